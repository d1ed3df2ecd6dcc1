using System.Runtime.CompilerServices;

namespace Isonomia.Modeling.Units;

/// <summary>
/// A physical dimension: the exponents of the seven base quantities of the SI. Exponents are kept as whole sixtieths,
/// so that square, cube, fourth, fifth and sixth roots (noise has second^-1/2) are exact.
/// </summary>
public readonly record struct Dimension
{
    /// <summary>Parts of one: exponents are multiples of 1/60.</summary>
    private const int Parts = 60;

    private readonly Exponents exponents;

    private Dimension(Exponents exponents) => this.exponents = exponents;

    /// <summary>No dimension: a pure number.</summary>
    public static Dimension None => default;

    /// <summary>Length, in metres.</summary>
    public static Dimension Length { get; } = Base(0);

    /// <summary>Mass, in kilograms.</summary>
    public static Dimension Mass { get; } = Base(1);

    /// <summary>Time, in seconds.</summary>
    public static Dimension Time { get; } = Base(2);

    /// <summary>Electric current, in amperes.</summary>
    public static Dimension Current { get; } = Base(3);

    /// <summary>Temperature, in kelvins.</summary>
    public static Dimension Temperature { get; } = Base(4);

    /// <summary>Amount of substance, in moles.</summary>
    public static Dimension Amount { get; } = Base(5);

    /// <summary>Luminous intensity, in candelas.</summary>
    public static Dimension Luminosity { get; } = Base(6);

    /// <summary>Electric potential, in volts.</summary>
    public static Dimension Voltage { get; } = Mass * Length.Power(2) / Time.Power(3) / Current;

    /// <summary>Electric charge, in coulombs.</summary>
    public static Dimension Charge { get; } = Current * Time;

    /// <summary>Capacitance, in farads.</summary>
    public static Dimension Capacitance { get; } = Charge / Voltage;

    /// <summary>Conductance, in siemens.</summary>
    public static Dimension Conductance { get; } = Current / Voltage;

    /// <summary>Frequency, in hertz.</summary>
    public static Dimension Frequency { get; } = None / Time;

    /// <summary>Whether this is a pure number.</summary>
    public bool IsNone => this == None;

    /// <summary>The exponent of a base quantity.</summary>
    /// <param name="quantity">0 length, 1 mass, 2 time, 3 current, 4 temperature, 5 amount, 6 luminosity.</param>
    public double Exponent(int quantity) => exponents[quantity] / (double)Parts;

    /// <summary>The dimension of a product.</summary>
    public static Dimension operator *(Dimension a, Dimension b) => a.Combine(b, 1);

    /// <summary>The dimension of a quotient.</summary>
    public static Dimension operator /(Dimension a, Dimension b) => a.Combine(b, -1);

    /// <summary>The dimension of a product.</summary>
    public static Dimension Multiply(Dimension a, Dimension b) => a * b;

    /// <summary>The dimension of a quotient.</summary>
    public static Dimension Divide(Dimension a, Dimension b) => a / b;

    /// <summary>The dimension of a power.</summary>
    /// <param name="exponent">The exponent.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The result's exponents are no multiples of 1/60, or too large.
    /// </exception>
    public Dimension Power(double exponent) => TryPower(exponent, out var result)
        ? result
        : throw new ArgumentOutOfRangeException(nameof(exponent), exponent, "The exponents are no multiples of 1/60.");

    /// <summary>The dimension of a power, where it can be kept exactly.</summary>
    /// <param name="exponent">The exponent.</param>
    /// <param name="result">The dimension.</param>
    /// <returns>Whether the result's exponents are multiples of 1/60 of reasonable size.</returns>
    public bool TryPower(double exponent, out Dimension result)
    {
        var raised = default(Exponents);
        result = None;
        for (var i = 0; i < 7; i++)
        {
            var exact = exponents[i] * exponent;
            if (!(Math.Abs(exact) <= short.MaxValue) || Math.Abs(exact - Math.Round(exact)) > 1e-9)
                return false;
            raised[i] = (short)Math.Round(exact);
        }

        result = new Dimension(raised);
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(Dimension other) => ((ReadOnlySpan<short>)exponents).SequenceEqual(other.exponents);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var part in exponents)
            hash = unchecked((hash * 31) + part);
        return hash;
    }

    /// <summary>The dimension in SI base units, as "m^2 kg s^-3 A^-1"; "1" for a pure number.</summary>
    public override string ToString()
    {
        string[] symbols = ["m", "kg", "s", "A", "K", "mol", "cd"];
        var parts = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            if (exponents[i] != 0)
                parts.Add(exponents[i] == Parts ? symbols[i] : $"{symbols[i]}^{Exponent(i):0.####}");
        }

        return parts.Count == 0 ? "1" : string.Join(' ', parts);
    }

    private static Dimension Base(int quantity)
    {
        var one = default(Exponents);
        one[quantity] = Parts;
        return new Dimension(one);
    }

    private Dimension Combine(Dimension other, int sign)
    {
        var sum = default(Exponents);
        for (var i = 0; i < 7; i++)
            sum[i] = (short)Math.Clamp(exponents[i] + (sign * other.exponents[i]), short.MinValue, short.MaxValue);
        return new Dimension(sum);
    }

    [InlineArray(7)]
    private struct Exponents
    {
        private short first;
    }
}
