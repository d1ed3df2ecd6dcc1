using System.Numerics;

namespace Isonomia.Numerics.Tests.Elementary.Reference;

/// <summary>Elementary functions to some 240 bits, by series that keep the relative error.</summary>
internal static class Exact
{
    private static readonly BigReal Ln2 = AtanhSeries((BigReal)1 / 3).Scaled(1);

    // Machin's formula in fixed point, to enough bits for the remainder of the greatest double.
    private static readonly BigInteger Pi1400 = 4 * ((4 * ArctanOfInverse(5)) - ArctanOfInverse(239));

    private static BigReal Pi => new(Pi1400, -1400);

    /// <summary>e^x; of what is above e^9999 or below e^-9999, these.</summary>
    public static BigReal Exp(BigReal x)
    {
        if (x.Sign == 0 || x.Magnitude < -1)
            return Expm1(x) + 1;
        if (x.Magnitude > 12)
            x = 9999 * x.Sign;
        var n = (int)(x / Ln2).Round();

        // e^r - 1 of a small part of the remainder, squared up again.
        var y = Expm1((x - (Ln2 * n)).Scaled(-8)) + 1;
        for (var i = 0; i < 8; i++)
            y *= y;
        return y.Scaled(n);
    }

    public static BigReal Expm1(BigReal x)
    {
        if (x.Sign != 0 && x.Magnitude >= -1)
            return Exp(x) - 1;
        BigReal term = x, sum = x;
        for (var i = 2; term.Sign != 0 && term.Magnitude > sum.Magnitude - 250; i++)
        {
            term = term * x / i;
            sum += term;
        }

        return sum;
    }

    public static BigReal Exprel(BigReal x) => x.Sign == 0 ? 1 : Expm1(x) / x;

    public static BigReal Log(BigReal x)
    {
        // Both 1 + f and what multiplies ln 2 are exact; they cannot cancel as f stays within [sqrt(1/2), sqrt 2).
        var k = x.Magnitude;
        var m = x.Scaled(-k);
        if (((m * m) - 2).Sign > 0)
            m = x.Scaled(-++k);
        return (Ln2 * k) + AtanhSeries((m - 1) / (m + 1)).Scaled(1);
    }

    public static BigReal Log1p(BigReal x) =>
        x.Sign != 0 && x.Magnitude >= -2 ? Log(x + 1) : AtanhSeries(x / (x + 2)).Scaled(1);

    public static BigReal Log10(BigReal x) => Log(x) / Log(10);

    public static BigReal Pow(BigReal x, BigReal y) => Exp(Log(x) * y);

    public static BigReal Sinh(BigReal x)
    {
        var e = Expm1(x.Abs());
        return (e + (e / (e + 1))).Scaled(-1) * x.Sign;
    }

    public static BigReal Cosh(BigReal x)
    {
        var e = Exp(x);
        return (e + (1 / e)).Scaled(-1);
    }

    public static BigReal Tanh(BigReal x)
    {
        var e = Expm1(-x.Abs().Scaled(1));
        var y = e / (e + 2);
        return x.Sign > 0 ? -y : y;
    }

    public static BigReal Sin(BigReal x) => Quadrant(x, out var r) switch
    {
        0 => SinSeries(r),
        1 => CosSeries(r),
        2 => -SinSeries(r),
        _ => -CosSeries(r),
    };

    public static BigReal Cos(BigReal x) => Quadrant(x, out var r) switch
    {
        0 => CosSeries(r),
        1 => -SinSeries(r),
        2 => -CosSeries(r),
        _ => SinSeries(r),
    };

    public static BigReal Tan(BigReal x) => Sin(x) / Cos(x);

    public static BigReal Arctan(BigReal x)
    {
        // Halved twice: then below tan(pi/8).
        var t = x;
        for (var i = 0; i < 2; i++)
            t = t / (((t * t) + 1).Sqrt() + 1);
        BigReal power = t, sum = t, square = t * t;
        for (var i = 3; power.Sign != 0 && power.Magnitude > sum.Magnitude - 250; i += 2)
        {
            power = -(power * square);
            sum += power / i;
        }

        return sum.Scaled(2);
    }

    public static BigReal Arcsin(BigReal x)
    {
        var cosine = ((1 - x) * (x + 1)).Sqrt();
        return cosine.Sign == 0 ? Pi.Scaled(-1) * x.Sign : Arctan(x / cosine);
    }

    public static BigReal Arccos(BigReal x) =>
        (x + 1).Sign == 0 ? Pi : Arctan(((1 - x) / (x + 1)).Sqrt()).Scaled(1);

    private static int Quadrant(BigReal x, out BigReal remainder)
    {
        // All bits of the greatest double's quotient, and 370 below the point.
        var scaled = x.FixedPoint(1400);
        var n = BigInteger.DivRem((4 * scaled) + Pi1400, 2 * Pi1400, out var rest) - (rest.Sign < 0 ? 1 : 0);
        remainder = new((2 * scaled) - (n * Pi1400), -1401);
        return (int)(n & 3);
    }

    private static BigReal SinSeries(BigReal r)
    {
        BigReal term = r, sum = r, square = r * r;
        for (var i = 2; term.Sign != 0 && term.Magnitude > sum.Magnitude - 250; i += 2)
        {
            term = -(term * square / (i * (i + 1)));
            sum += term;
        }

        return sum;
    }

    private static BigReal CosSeries(BigReal r)
    {
        BigReal term = 1, sum = 1, square = r * r;
        for (var i = 1; term.Sign != 0 && term.Magnitude > -250; i += 2)
        {
            term = -(term * square / (i * (i + 1)));
            sum += term;
        }

        return sum;
    }

    private static BigReal AtanhSeries(BigReal s)
    {
        BigReal power = s, sum = s, square = s * s;
        for (var i = 3; power.Sign != 0 && power.Magnitude > sum.Magnitude - 250; i += 2)
        {
            power *= square;
            sum += power / i;
        }

        return sum;
    }

    private static BigInteger ArctanOfInverse(int n)
    {
        BigInteger power = (BigInteger.One << 1400) / n, sum = power;
        for (var i = 3; !power.IsZero; i += 2)
        {
            power /= -n * n;
            sum += power / i;
        }

        return sum;
    }
}
