"""Opens workbooks in LibreOffice, sets cells, recalculates everything, and writes what the cells then hold.

Reads one JSON job a line: {"file": path, "set": {"Sheet!A1": number, …}, "cells": ["Sheet!A1", …], "every": true}; the names of cells may stand
for addresses, and every gives all formulas as Sheet!column,row. Writes one JSON answer a line: {"seconds": …, "cells": {…}}; an error in a cell is
{"error": number}.
"""
import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet.CellFlags import FORMULA as FORMULAS
from com.sun.star.table.CellContentType import EMPTY, FORMULA, TEXT


def started(profile, pipe):
    process = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return process, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.2)
    process.kill()
    raise SystemExit("LibreOffice did not start")


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


def every_cell(document):
    """The value of every formula, by sheet, column and row; one call a block of cells, for a call a cell takes minutes."""
    found = {}
    for sheet in document.Sheets:
        for block in sheet.queryContentCells(FORMULAS):
            at = block.RangeAddress
            for row, values in enumerate(block.getDataArray()):
                for column, value in enumerate(values):
                    key = f"{sheet.Name}!{at.StartColumn + column},{at.StartRow + row}"
                    found[key] = {"error": 1} if value is None else value
    return found


def main():
    profile = sys.argv[1]
    process, desktop = started(profile, f"cashable{os.getpid()}")
    hidden = PropertyValue("Hidden", 0, True, 0)
    try:
        for line in sys.stdin:
            job = json.loads(line)
            document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job["file"]), "_blank", 0, (hidden,))
            for where, value in job.get("set", {}).items():
                cell_at(document, where).Value = value
            before = time.time()
            document.calculateAll()
            seconds = time.time() - before
            named = {where: content(cell_at(document, where)) for where in job.get("cells", [])}
            formulas = every_cell(document) if job.get("every") else {}
            document.close(True)
            print(json.dumps({"seconds": seconds, "cells": {**formulas, **named}}), flush=True)
    finally:
        try:
            desktop.terminate()
        except Exception:
            process.kill()
        process.wait(20)


main()
