namespace Isonomia.Measurement.Together;

/// <summary>Where what several channels gave lies.</summary>
/// <param name="Count">How many gave something.</param>
/// <param name="Median">The middle one, or the mean of the two in the middle.</param>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest.</param>
public readonly record struct MarkerSpread(int Count, double Median, double Low, double High)
{
    /// <summary>Of some numbers, at least one.</summary>
    public static MarkerSpread Of(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new MarkerSpread(sorted.Length, median, sorted[0], sorted[^1]);
    }
}
