"""Opens a sheet with LibreOffice, lets it fetch what its cells ask for, and prints the first column as JSON.

read-cells.py SOFFICE PROFILE SHEET. The profile is a folder of its own; the folder of the sheet is trusted, so that its cells may fetch.
Each cell is printed as {"text": what is shown, "value": the number or null, "error": the number of its error, 0 where there is none}.
"""

import json
import os
import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

soffice, profile, sheet = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])

TRUSTED = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="SecureURL" oor:op="fuse">
<value><it>{folder}</it></value></prop></item>
</oor:items>"""


def option(name, value):
    return PropertyValue(Name=name, Value=value)


def desktop_of(process, pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            if process.poll() is not None:
                sys.exit(f"soffice ended with {process.returncode}")
            time.sleep(0.1)
    sys.exit("soffice did not answer")


(profile / "user").mkdir(parents=True, exist_ok=True)
(profile / "user" / "registrymodifications.xcu").write_text(TRUSTED.format(folder=sheet.parent.as_uri()))
pipe = f"cashable{os.getpid()}"
process = subprocess.Popen(
    [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"],
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
try:
    desktop = desktop_of(process, pipe)
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
    try:
        desktop.terminate()
    except Exception:
        pass
finally:
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
print(json.dumps(read))
