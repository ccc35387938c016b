"""Reads SVG documents, one JSON string a line, with the XML parser of Python, and writes each as a tree: name, attributes, text, children."""

import json
import sys
from xml.etree import ElementTree


def tree(element):
    return {
        "name": element.tag.removeprefix("{http://www.w3.org/2000/svg}"),
        "attributes": element.attrib,
        "text": element.text or "",
        "children": [tree(child) for child in element],
    }


for line in sys.stdin:
    print(json.dumps(tree(ElementTree.fromstring(json.loads(line)))))
