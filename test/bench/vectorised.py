# Runs the same live operations as a column program, by vectorised NumPy, block by block, and prints the least and the median milliseconds.
# Reads JSON from standard input: the code of the program as [operation, to, left, right] with whole columns and single numbers, the number of columns,
# the single numbers, the input columns and their values, the output columns, the draws, the width of a block and the repetitions.
import json
import statistics
import sys
import time

import numpy as np

given = json.load(sys.stdin)
width, draws = given["width"], given["draws"]
columns = [np.zeros(width) for _ in range(given["columns"])]
single = [np.float64(value) for value in given["singles"]]
scratch, mask = np.zeros(width), np.zeros(width, dtype=bool)


def quotient(a, b, out):
    """a / b, and 0 where b is 0: `out` may be one of them."""
    np.equal(b, 0, out=mask)
    np.divide(a, b, out=scratch)
    scratch[mask] = 0
    out[:] = scratch


def floor(a, out):
    np.add(a, 1e-9, out=scratch)
    np.floor(scratch, out=out)


def round2(a, out):
    np.abs(a, out=scratch)
    scratch[:] *= 100
    np.less(a, 0, out=mask)
    nudged = scratch * 1e-13
    nudged += 5e-9
    scratch[:] += nudged
    scratch[:] += 0.5
    np.floor(scratch, out=scratch)
    np.divide(scratch, 100, out=out)
    np.negative(out, out=out, where=mask)


names = given["names"]
binary = {"plus": np.add, "minus": np.subtract, "times": np.multiply, "min": np.minimum, "max": np.maximum}
steps = []
for what, to, left, right in given["code"]:
    name = names[what]
    out = columns[to]
    operand = lambda each: columns[each] if each >= 0 else single[-1 - each]
    a, b = operand(left), operand(right)
    plain = {"plusBy": "plus", "minusBy": "minus", "ofMinus": "minus", "timesBy": "times", "minBy": "min", "maxBy": "max"}.get(name, name)
    if plain in binary:
        steps.append((binary[plain], (a, b, out)))
    elif name in ("over", "overBy", "ofOver"):
        steps.append((quotient, (a, b, out)))
    elif name == "floor":
        steps.append((floor, (a, out)))
    elif name == "round2":
        steps.append((round2, (a, out)))
    elif name == "squareRoot":
        steps.append((np.sqrt, (a, out)))
    elif name == "cubeRoot":
        steps.append((np.cbrt, (a, out)))
    else:
        raise ValueError(name)

inputs = [(columns[at], np.array(values)) for at, values in given["inputs"]]
taken = []
with np.errstate(all="ignore"):
    for _ in range(given["repetitions"]):
        started = time.perf_counter()
        for first in range(0, draws, width):
            for column, values in inputs:
                part = values[first : first + width]
                column[: len(part)] = part
            for step, operands in steps:
                step(*operands)
        taken.append((time.perf_counter() - started) * 1000)
print(json.dumps({"least": min(taken), "median": statistics.median(taken), "version": np.__version__, "outputs": [float(columns[at][0]) for at in given["outputs"]]}))
