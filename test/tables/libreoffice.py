"""Fills the template in LibreOffice as a person would: finds a sheet, finds a column by its header, types into the next free row, saves."""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def named(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connected(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice did not start")


def column_of(sheet, header):
    for row in range(6):
        for column in range(30):
            if sheet.getCellByPosition(column, row).String == header:
                return column
    raise SystemExit("no column %s in %s" % (header, sheet.Name))


pipe, template, out, told = sys.argv[1:5]
context = connected(pipe)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
document = desktop.loadComponentFromURL("file://" + template, "_blank", 0, (named("Hidden", True),))
for row in json.loads(told):
    sheet = document.Sheets.getByName(row["sheet"])
    at = 3
    if row["sheet"] == "Case":
        fields = column_of(sheet, "field")
        while sheet.getCellByPosition(fields, at).String != row["field"]:
            if at > 60:
                raise SystemExit("no field %s" % row["field"])
            at += 1
        # FormulaLocal is what typing does: a number becomes a number, and text stays text.
        sheet.getCellByPosition(1, at).FormulaLocal = row["value"]
        continue
    while any(sheet.getCellByPosition(column, at).String for column in range(20)):
        at += 1
    for header, typed in row["cells"].items():
        sheet.getCellByPosition(column_of(sheet, header), at).FormulaLocal = typed
document.storeToURL("file://" + out, (named("FilterName", "Calc MS Excel 2007 XML"),))
document.close(True)
try:
    desktop.terminate()
except Exception:
    pass
