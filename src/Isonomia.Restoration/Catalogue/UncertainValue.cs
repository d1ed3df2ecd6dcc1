namespace Isonomia.Restoration.Catalogue;

/// <summary>A positive number that is not known exactly: log-normal.</summary>
/// <param name="Median">Its median.</param>
/// <param name="LogSpread">The standard deviation of its logarithm.</param>
public readonly record struct UncertainValue(double Median, double LogSpread)
{
    /// <summary>The value that lies so many standard deviations from the median.</summary>
    /// <param name="draw">A standard normal number.</param>
    public double At(double draw) => Median * Math.Exp(LogSpread * draw);
}
