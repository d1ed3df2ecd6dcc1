using Isonomia.Measurement.Formats.Arrays;

namespace Isonomia.Measurement.Formats.Matlab.Values;

/// <summary>A MATLAB value: numbers, text, cells, a struct, or something that is not read.</summary>
/// <param name="Dimensions">The length of each dimension, at least two; elements run along the first one
/// fastest.</param>
public abstract record MatValue(IReadOnlyList<long> Dimensions)
{
    /// <summary>How many elements it has.</summary>
    public long Count => ArrayEntry.ProductOf(Dimensions);

    /// <summary>What MATLAB calls its class: <c>double</c>, <c>char</c>, <c>cell</c>.</summary>
    public abstract string Class { get; }

    /// <summary>The number, where there is exactly one.</summary>
    public double? Scalar => this is MatNumeric { Count: 1, IsComplex: false } n ? n.Real.ToArray()[0] : null;

    /// <summary>The text, where it is text of at most one row; a number as text where it is one number.</summary>
    public string? Text => this switch
    {
        MatText { Rows.Count: <= 1 } t => t.Rows.Count == 0 ? "" : t.Rows[0],
        _ => Scalar?.ToString(),
    };
}
