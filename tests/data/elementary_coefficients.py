#!/usr/bin/env python3
"""Makes the polynomial coefficients in core/base/elementary_simd.h and elementary.cpp (needs mpmath).

Each is the interpolation of a smooth even remainder at Chebyshev nodes, computed with 60 digits and then
rounded to doubles; printed with it is the worst relative error of the whole function, before rounding.
    python3 tests/data/elementary_coefficients.py
"""
from mpmath import mp, mpf, cos, pi, exp, log, sin, sqrt, tanh, erfc, coth, atanh, erf, matrix, lu_solve

mp.dps = 60


def interpolate(function, low, high, count):
    nodes = [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * i + 1) / (2 * count)) for i in range(count)]
    system = matrix(count, count)
    values = matrix(count, 1)
    for i, node in enumerate(nodes):
        values[i] = function(node)
        for j in range(count):
            system[i, j] = node**j
    return [c for c in lu_solve(system, values)]


def polynomial(coefficients, x):
    value = mpf(0)
    for c in reversed(coefficients):
        value = value * x + c
    return value


def show(name, function, low, high, count, whole, exact):
    coefficients = interpolate(function, mpf(low), mpf(high), count)
    points = [mpf(low) + (mpf(high) - mpf(low)) * i / 400 for i in range(1, 401)]
    worst = max(abs(whole(polynomial(coefficients, p), p) / exact(p) - 1) for p in points)
    print(f"// {name}: relative error {mp.nstr(worst, 2)}")
    print("  " + ", ".join(float(c).hex() for c in coefficients))


HALF_LOG2 = log(mpf(2)) / 2 * mpf("1.0001")
# r coth(r/2) = 2 + z p(z), z = r^2; exp(r) = (R + r)/(R - r)
show("exp", lambda z: (sqrt(z) * coth(sqrt(z) / 2) - 2) / z, 1e-30, HALF_LOG2**2, 5,
     lambda p, z: (2 + z * p + sqrt(z)) / (2 + z * p - sqrt(z)), lambda z: exp(sqrt(z)))
# log((1+s)/(1-s)) = 2s + s z p(z), z = s^2
S = (sqrt(mpf(2)) - 1) / (sqrt(mpf(2)) + 1)
show("log", lambda z: (2 * atanh(sqrt(z)) / sqrt(z) - 2) / z, 1e-30, S**2 * mpf("1.0001"), 7,
     lambda p, z: 2 * sqrt(z) + sqrt(z) * z * p, lambda z: 2 * atanh(sqrt(z)))
Q = (pi / 4) ** 2 * mpf("1.0001")
# sin r = r + r z p(z); cos r = 1 - z/2 + z^2 p(z)
show("sin", lambda z: (sin(sqrt(z)) / sqrt(z) - 1) / z, 1e-30, Q, 6,
     lambda p, z: sqrt(z) * (1 + z * p), lambda z: sin(sqrt(z)))
show("cos", lambda z: (cos(sqrt(z)) - 1 + z / 2) / z**2, 1e-20, Q, 6,
     lambda p, z: 1 - z / 2 + z * z * p, lambda z: cos(sqrt(z)))
# erf(x) = x p(x^2) for |x| <= 1
show("erf", lambda z: erf(sqrt(z)) / sqrt(z), 1e-30, 1, 12, lambda p, z: sqrt(z) * p, lambda z: erf(sqrt(z)))
# erfc(x) = exp(-x^2) p(t) / (1 + 2x), t = (x - 3.75)/(x + 3.75) in [-1, 0.7585], x in [0, 27.3]
X = lambda t: mpf("3.75") * (1 + t) / (1 - t)
show("erfc", lambda t: erfc(X(t)) * exp(X(t) ** 2) * (1 + 2 * X(t)), -1, mpf("0.7585"), 24,
     lambda p, t: p, lambda t: erfc(X(t)) * exp(X(t) ** 2) * (1 + 2 * X(t)))

for name, value, bits in (("log 2", log(mpf(2)), 21), ("pi/2", pi / 2, 20)):
    step = mpf(2) ** (1 - (53 - bits))
    rest = value
    parts = []
    for i in range(3):
        part = mp.floor(rest / step) * step if i < 2 else rest
        parts.append(float(part).hex())
        rest -= mpf(float(part))
        step *= mpf(2) ** -(53 - bits)
    print("//", name, "in three parts, each but the last with", 53 - bits, "bits:", parts)
print("// log 2 in two parts (32 bits and the rest):", float(mp.floor(log(mpf(2)) * 2**32) / 2**32).hex(),
      float(log(mpf(2)) - mp.floor(log(mpf(2)) * 2**32) / 2**32).hex(), "1/log 2:", float(1 / log(mpf(2))).hex())
digits = int(mp.floor((2 / pi) * mpf(2) ** 170))
mp.dps = 500
digits = int(mp.floor((2 / pi) * mpf(2) ** 1216))
print("// 2/pi in words of 64 bits:", [hex((digits >> (1216 - 64 * (i + 1))) & (2**64 - 1)) for i in range(19)])
