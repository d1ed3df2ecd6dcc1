using Isonomia.Measurement.Formats.Arrays;

namespace Isonomia.Measurement.Formats.Matlab.Values;

/// <summary>Numbers or truth values, read from the file only when asked for.</summary>
/// <param name="Dimensions">The length of each dimension.</param>
/// <param name="Real">The real parts, as stored, which may be in a smaller type than the class.</param>
/// <param name="Class">The class the numbers have in MATLAB, as <c>double</c> or <c>logical</c>.</param>
/// <param name="Imaginary">The imaginary parts, if complex.</param>
public sealed record MatNumeric(IReadOnlyList<long> Dimensions, NumberBlock Real, string Class,
    NumberBlock? Imaginary = null)
    : MatValue(Dimensions)
{
    /// <inheritdoc/>
    public override string Class { get; } = Class;

    /// <summary>Whether there are imaginary parts.</summary>
    public bool IsComplex => Imaginary is not null;

    /// <summary>The real parts, the first dimension running fastest.</summary>
    public double[] ToArray() => Real.ToArray();
}
