"""Starts and ends LibreOffice without a window, for the scripts beside it."""

import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def option(name, value):
    return PropertyValue(Name=name, Value=value)


def started(profile):
    """LibreOffice with a profile of its own, a folder, and its desktop, once it answers."""
    pipe = f"cashable{os.getpid()}"
    process = subprocess.Popen(
        ["soffice", f"-env:UserInstallation={uno.systemPathToFileUrl(str(profile))}", "--headless", "--norestore", "--nologo",
         f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return process, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            if process.poll() is not None:
                sys.exit(f"LibreOffice ended with {process.returncode}")
            time.sleep(0.1)
    process.kill()
    sys.exit("LibreOffice did not answer")


def ended(process, desktop):
    """Ends LibreOffice, by force where it does not end by itself."""
    try:
        desktop.terminate()
    except Exception:
        pass
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
