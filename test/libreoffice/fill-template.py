"""Fills the template in LibreOffice as a person would: finds a sheet, finds a column by its header, types into the next free row, saves."""

import json
import sys

from office import ended, option, started


def column_of(sheet, header):
    for column in range(60):
        if any(sheet.getCellByPosition(column, row).String == header for row in range(10)):
            return column
    raise SystemExit("no column %s in %s" % (header, sheet.Name))


profile, template, out, told = sys.argv[1:5]
process, desktop = started(profile)
try:
    document = desktop.loadComponentFromURL("file://" + template, "_blank", 0, (option("Hidden", True),))
    for row in json.loads(told):
        sheet = document.Sheets.getByName(row["sheet"])
        at = 3
        if row["sheet"] == "Case":
            while sheet.getCellByPosition(0, at).String != row["field"]:
                at += 1
            # FormulaLocal is what typing does: a number becomes a number, and text stays text.
            sheet.getCellByPosition(1, at).FormulaLocal = row["value"]
            continue
        while any(sheet.getCellByPosition(column, at).String for column in range(20)):
            at += 1
        for header, typed in row["cells"].items():
            sheet.getCellByPosition(column_of(sheet, header), at).FormulaLocal = typed
    document.storeToURL("file://" + out, (option("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)
finally:
    ended(process, desktop)
