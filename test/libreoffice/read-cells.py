"""Opens a sheet with LibreOffice, lets it fetch what its cells ask for, and prints the first column as JSON.

read-cells.py PROFILE SHEET. The profile is a folder of its own; the folder of the sheet is trusted, so that its cells may fetch.
Each cell is printed as {"text": what is shown, "value": the number or null, "error": the number of its error, 0 where there is none}.
"""

import json
import pathlib
import sys

from office import ended, option, started

profile, sheet = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])

TRUSTED = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="SecureURL" oor:op="fuse">
<value><it>{folder}</it></value></prop></item>
</oor:items>"""


(profile / "user").mkdir(parents=True, exist_ok=True)
(profile / "user" / "registrymodifications.xcu").write_text(TRUSTED.format(folder=sheet.parent.as_uri()))
process, desktop = started(profile)
try:
    # 3 is FULL_UPDATE: cells fetch without asking anybody.
    document = desktop.loadComponentFromURL(sheet.as_uri(), "_blank", 0, (option("Hidden", True), option("UpdateDocMode", 3)))
    cells = document.Sheets.getByIndex(0)
    cursor = cells.createCursor()
    cursor.gotoEndOfUsedArea(False)
    rows = cursor.RangeAddress.EndRow + 1
    read = []
    for row in range(rows):
        cell = cells.getCellByPosition(0, row)
        is_number = cell.FormulaResultType2 == 1 if cell.Formula.startswith("=") else cell.Type.value == "VALUE"
        read.append({"text": cell.String, "value": cell.Value if is_number else None, "error": cell.getError()})
    document.close(True)
finally:
    ended(process, desktop)
print(json.dumps(read))
