using System.Numerics;

namespace Isonomia.Numerics.Tests.Elementary.Reference;

/// <summary>A binary floating-point number of 256 significant bits, truncated: mantissa times 2^exponent.</summary>
internal readonly struct BigReal
{
    private const int Precision = 256;
    private readonly BigInteger mantissa;
    private readonly int exponent;

    public BigReal(BigInteger mantissa, int exponent)
    {
        var excess = (int)BigInteger.Abs(mantissa).GetBitLength() - Precision;
        this.mantissa = excess > 0 ? mantissa >> excess : mantissa;
        this.exponent = excess > 0 ? exponent + excess : exponent;
    }

    public int Sign => mantissa.Sign;

    /// <summary>The e for which 2^e &lt;= |x| &lt; 2^(e + 1).</summary>
    public int Magnitude => (int)BigInteger.Abs(mantissa).GetBitLength() - 1 + exponent;

    public static implicit operator BigReal(int value) => new(value, 0);

    public static implicit operator BigReal(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var biased = (int)(bits >> 52) & 0x7FF;
        var fraction = bits & 0xFFFFFFFFFFFFF;
        var whole = biased == 0 ? fraction : fraction | 0x10000000000000;
        return new(value < 0 ? -whole : whole, Math.Max(biased, 1) - 1075);
    }

    public static BigReal operator +(BigReal a, BigReal b)
    {
        if (a.Sign == 0 || b.Sign == 0)
            return a.Sign == 0 ? b : a;
        // What lies far below the other's last bit is nothing.
        if (Math.Abs(a.Magnitude - b.Magnitude) > 2 * Precision)
            return a.Magnitude > b.Magnitude ? a : b;
        var e = Math.Min(a.exponent, b.exponent);
        return new((a.mantissa << (a.exponent - e)) + (b.mantissa << (b.exponent - e)), e);
    }

    public static BigReal operator -(BigReal a) => new(-a.mantissa, a.exponent);

    public static BigReal operator -(BigReal a, BigReal b) => a + -b;

    public static BigReal operator *(BigReal a, BigReal b) => new(a.mantissa * b.mantissa, a.exponent + b.exponent);

    public static BigReal operator /(BigReal a, BigReal b)
    {
        var shift = 2 * Precision;
        return new((a.mantissa << shift) / b.mantissa, a.exponent - b.exponent - shift);
    }

    /// <summary>x 2^n.</summary>
    public BigReal Scaled(int n) => new(mantissa, exponent + n);

    public BigReal Abs() => new(BigInteger.Abs(mantissa), exponent);

    /// <summary>The square root, by Newton's iteration on whole numbers.</summary>
    public BigReal Sqrt()
    {
        if (Sign == 0)
            return this;
        var shift = (2 * Precision) + ((exponent + (2 * Precision)) & 1);
        var square = mantissa << shift;
        var root = BigInteger.One << (int)((square.GetBitLength() / 2) + 1);
        while (true)
        {
            var next = (root + (square / root)) >> 1;
            if (next >= root)
                return new(root, (exponent - shift) / 2);
            root = next;
        }
    }

    /// <summary>The nearest whole number.</summary>
    public BigInteger Round() => (FixedPoint(1) + 1) >> 1;

    /// <summary>The integer part of x 2^bits, towards minus infinity.</summary>
    public BigInteger FixedPoint(int bits) => mantissa << (exponent + bits);

    /// <summary>To the double nearest but for a last place or so, for ratios of errors.</summary>
    public double Roughly()
    {
        var excess = (int)BigInteger.Abs(mantissa).GetBitLength() - 60;
        return excess > 0
            ? Math.ScaleB((double)(mantissa >> excess), exponent + excess)
            : Math.ScaleB((double)mantissa, exponent);
    }
}
