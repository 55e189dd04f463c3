"""Does one piece of work with the Python package and prints what it took, as JSON.

Used by bench/compare: python fit_with_pysindy.py WORK FILE.csv DEGREE. The package and what it imports are found on
PYTHONPATH. Seconds are those of the clock for the work alone, data in memory; the whole process is timed from outside.
"""

import json
import resource
import sys
import time
import warnings

began = time.perf_counter()
import numpy as np
import pysindy as ps

imported = time.perf_counter() - began
warnings.filterwarnings("ignore")


def model(degree, optimizer):
    return ps.SINDy(
        optimizer=optimizer,
        feature_library=ps.PolynomialLibrary(degree=degree),
        differentiation_method=ps.FiniteDifference(order=2),
    )


def read(file):
    table = np.loadtxt(file, delimiter=",", comments=None, skiprows=1)
    return table[:, 1:], table[:, 0]


def fit(file, degree, repeats=1):
    x, t = read(file)
    seconds = []
    for _ in range(repeats):
        fitted = model(degree, ps.STLSQ(threshold=0.1, alpha=0))
        start = time.perf_counter()
        fitted.fit(x, t=t[1] - t[0])
        seconds.append(time.perf_counter() - start)
    return fitted, x, min(seconds)


def bagged(file, degree):
    """A hundred models, each of as many rows drawn with replacement."""
    x, t = read(file)
    inner = ps.STLSQ(threshold=0.1, alpha=0)
    if hasattr(ps, "EnsembleOptimizer"):
        ensemble = model(degree, ps.EnsembleOptimizer(inner, bagging=True, n_models=100))
        options = {}
    else:
        ensemble = model(degree, inner)
        options = {"ensemble": True, "n_models": 100, "quiet": True}
    start = time.perf_counter()
    ensemble.fit(x, t=t[1] - t[0], **options)
    return time.perf_counter() - start


def simulated(file, degree):
    """The fitted model, integrated to T = 100 with 10 001 outputs."""
    fitted, x, _ = fit(file, degree)
    times = np.arange(10001) * 0.01
    start = time.perf_counter()
    fitted.simulate(
        x[0], times, integrator="solve_ivp",
        integrator_kws={"method": "DOP853", "rtol": 1e-10, "atol": 1e-10},
    )
    return time.perf_counter() - start


work, file, degree = sys.argv[1], sys.argv[2], int(sys.argv[3])
if work == "fit":
    seconds = fit(file, degree)[2]
elif work == "bagged":
    seconds = bagged(file, degree)
elif work == "simulated":
    seconds = simulated(file, degree)
else:
    sys.exit("no such work: " + work)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
peak_mb = peak / (1024.0**2 if sys.platform == "darwin" else 1024.0)
print(json.dumps({"seconds": seconds, "import": imported, "peak_mb": peak_mb}))
