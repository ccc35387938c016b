"""Opens workbooks in LibreOffice, sets cells, recalculates everything, and writes what the cells then hold.

Reads one JSON job a line: {"file": path, "runs": [{"set": {"Sheet!A1": number, …}, "cells": ["Sheet!A1", …]}, …]}; the names of cells may
stand for addresses. Writes one JSON list a line, an answer for each run: {"seconds": …, "cells": {…}, "errors": […]}; an error in a cell is
{"error": number}, and errors are the ranges of all formulas that end in one. A run sets its cells back, so that the next starts from the file.
"""
import json
import sys
import time

import uno
from office import ended, option, started
from com.sun.star.sheet.FormulaResult import ERROR
from com.sun.star.table.CellContentType import EMPTY, FORMULA, TEXT


def content(cell):
    if cell.Type == EMPTY:
        return None
    if cell.getError() != 0:
        return {"error": cell.getError()}
    if cell.Type == TEXT:
        return cell.String
    if cell.Type == FORMULA and cell.FormulaResultType2 == 2:
        return cell.String
    return cell.Value


def cell_at(document, where):
    names = document.NamedRanges
    if names.hasByName(where):
        return names.getByName(where).ReferredCells.getCellByPosition(0, 0)
    sheet, _, address = where.rpartition("!")
    return document.Sheets.getByName(sheet).getCellRangeByName(address).getCellByPosition(0, 0)


def errors_in(document):
    """The formulas that end in an error, as ranges of their sheets."""
    return [f"{sheet.Name} {found.AbsoluteName}" for sheet in document.Sheets for found in sheet.queryFormulaCells(ERROR)]


def run(document, job):
    """Sets cells, recalculates everything, reads what is asked for, and sets the cells back."""
    before = {where: cell_at(document, where).Value for where in job.get("set", {})}
    for where, value in job.get("set", {}).items():
        cell_at(document, where).Value = value
    started_at = time.time()
    document.calculateAll()
    seconds = time.time() - started_at
    named = {where: content(cell_at(document, where)) for where in job.get("cells", [])}
    errors = errors_in(document)
    for where, value in before.items():
        cell_at(document, where).Value = value
    return {"seconds": seconds, "cells": named, "errors": errors}


def main():
    process, desktop = started(sys.argv[1])
    try:
        for line in sys.stdin:
            job = json.loads(line)
            document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job["file"]), "_blank", 0, (option("Hidden", True),))
            answers = [run(document, each) for each in job["runs"]]
            document.close(True)
            print(json.dumps(answers), flush=True)
    finally:
        ended(process, desktop)


main()
