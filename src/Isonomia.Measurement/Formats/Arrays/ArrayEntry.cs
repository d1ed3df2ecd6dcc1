namespace Isonomia.Measurement.Formats.Arrays;

/// <summary>A named variable in a file of arrays.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">The length of each dimension; empty for a single number.</param>
/// <param name="Kind">What it holds, as users know it: <c>double</c>, <c>int16</c>, <c>cell</c>, <c>struct</c>.</param>
/// <param name="IsReal">Whether it holds real numbers, so that it could be a signal.</param>
public sealed record ArrayEntry(string Name, IReadOnlyList<long> Shape, string Kind, bool IsReal)
{
    /// <summary>How many elements it has; the largest integer where the product is beyond it.</summary>
    public long Count => ProductOf(Shape);

    /// <summary>Whether it could be a recording: real numbers, more than one, along one or two dimensions.</summary>
    public bool IsSignal => IsReal && Count > 1 && Shape.Count(n => n != 1) <= 2;

    /// <summary>The shape as <c>64 x 10000</c>.</summary>
    public string ShapeLabel => Shape.Count == 0 ? "1" : string.Join(" x ", Shape);

    /// <summary>The product of the lengths of dimensions; the largest integer where it is beyond that.</summary>
    public static long ProductOf(IReadOnlyList<long> shape)
    {
        var product = 1L;
        foreach (var length in shape)
        {
            if (length == 0)
                return 0;
            product = product > long.MaxValue / length ? long.MaxValue : product * length;
        }

        return product;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({ShapeLabel}, {Kind})";
}
