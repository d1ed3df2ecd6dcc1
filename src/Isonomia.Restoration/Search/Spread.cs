namespace Isonomia.Restoration.Search;

/// <summary>A number as draws leave it.</summary>
/// <param name="Low">Its 5 % quantile.</param>
/// <param name="Median">Its median.</param>
/// <param name="High">Its 95 % quantile.</param>
public readonly record struct Spread(double Low, double Median, double High)
{
    /// <summary>Of draws; those that are undefined are left out.</summary>
    /// <param name="draws">The draws.</param>
    public static Spread Of(IEnumerable<double> draws)
    {
        double[] sorted = [.. draws.Where(double.IsFinite).Order()];
        double At(double share) => sorted.Length == 0 ? double.NaN : sorted[(int)Math.Round(share * (sorted.Length - 1))];
        return new(At(0.05), At(0.5), At(0.95));
    }
}
