"""Writes test/fixtures/statistics.json: reference values from scipy (version inside), for series written here. Run from packages/twin:
`python3 scripts/make-statistics-reference.py`. Needs scipy; the tests need the file alone.

Nile: annual flow at Aswan 1871-1970 in 10^8 m3 (Cobb G. W., Biometrika 1978;65:243-251), whose level fell around 1898."""
import json
import numpy as np
import scipy
from scipy import stats

NILE = [1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759,
        781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
        744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740]
rng = np.random.default_rng(20240501)
rising = [round(float(x), 3) for x in 5 + 0.03 * np.arange(40) + rng.normal(0, 0.4, 40)]
rising[7] = 50.0  # one wild value
tied = [int(x) for x in rng.integers(1, 6, 60)]
gaps = [None if i % 5 == 3 else v for i, v in enumerate(rising)]
SERIES = {"nile": NILE, "rising": rising, "tied": tied, "gaps": gaps}


def pettitt(x):
    """U_t by the Mann-Whitney U of the two sides: U_t = 2 U(later over earlier) - t (n - t)."""
    n = len(x)
    u = [2 * stats.mannwhitneyu(x[t:], x[:t]).statistic - t * (n - t) for t in range(1, n)]
    k = max(abs(v) for v in u)
    return {"k": float(k), "before": 1 + next(i for i, v in enumerate(u) if abs(v) == k)}


series = {}
for name, values in SERIES.items():
    at = [i for i, v in enumerate(values) if v is not None]
    v = [values[i] for i in at]
    slope, _, low, high = stats.theilslopes(v, at, alpha=0.95)
    s = sum(int(np.sign(v[j] - v[i])) for i in range(len(v)) for j in range(i + 1, len(v)))
    series[name] = {"values": values, "slope": slope, "low": low, "high": high, "s": s,
                    "tau": stats.kendalltau(at, v).statistic, "pettitt": pettitt(v)}

a, b = tied, [int(x) for x in np.clip(np.array(tied) + rng.integers(-1, 2, 60), 1, 5)]
left, right = rising[:18], rising[18:]
sign = [round(float(x), 2) for x in rng.normal(-0.4, 1, 25)]
moved = [d for d in sign if d != 0]
out = {
    "made": f"scripts/make-statistics-reference.py, scipy {scipy.__version__}",
    "series": series,
    "kendall": {"a": a, "b": b, "tau": stats.kendalltau(a, b).statistic},
    "hodgesLehmann": {"before": left, "after": right, "shift": float(np.median([y - x for x in left for y in right]))},
    "sign": {"differences": sign, "below": sum(d < 0 for d in moved),
             "p": stats.binomtest(sum(d < 0 for d in moved), len(moved), 0.5).pvalue,
             "interval": [float(x) for x in stats.quantile_test(sign, q=0, p=0.5).confidence_interval(0.95)]},
}
with open("test/fixtures/statistics.json", "w", encoding="utf8") as f:
    json.dump(out, f, indent=1)
    f.write("\n")
print({k: (v["slope"], v["low"], v["high"], v["s"], v["pettitt"]) for k, v in series.items()})
print(out["sign"], out["kendall"]["tau"])
