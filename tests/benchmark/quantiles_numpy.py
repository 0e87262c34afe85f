"""quantiles_numpy.py PROGRAM: holds the time and the values of quantiles_benchmark against numpy.percentile, one thread."""
import os
import subprocess
import sys
import tempfile
import time

os.environ["OMP_NUM_THREADS"] = "1"
import numpy

DAYS, REPLICATIONS = 90, 100_000
with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, "values")
    ours = float(subprocess.run([sys.argv[1], name], check=True, capture_output=True, text=True).stdout)
    values = numpy.fromfile(name, dtype=numpy.float32).reshape(DAYS, REPLICATIONS)
    bands = numpy.loadtxt(name + ".txt").reshape(DAYS, 5)

best = float("inf")
for _ in range(3):
    begun = time.perf_counter()
    numpy.percentile(values, [5, 25, 50, 75, 95], axis=1)
    best = min(best, time.perf_counter() - begun)

exact = numpy.percentile(values.astype(numpy.float64), [5, 25, 50, 75, 95], axis=1).T
difference = float(numpy.abs(bands - exact).max())
print(f"ours {ours:.4f} s, numpy {numpy.__version__} {best:.4f} s, {best / ours:.1f} times as fast, largest difference {difference:.3g}")
sys.exit(0 if difference < 1e-12 and best >= 8 * ours else 1)
