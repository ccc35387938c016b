"""Fills the template in LibreOffice as a person would: finds a sheet, finds a column by its header, types into the next free row, saves."""

import json
import sys

from office import ended, option, started


def column_of(sheet, header):
    for row in range(6):
        for column in range(30):
            if sheet.getCellByPosition(column, row).String == header:
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
    document.storeToURL("file://" + out, (option("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)
finally:
    ended(process, desktop)
