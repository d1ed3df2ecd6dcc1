using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Tests.Synthesis;

/// <summary>The one-sided density of a whole signal, unsmoothed: the square of its Fourier transform and no
/// more.</summary>
internal sealed class Periodogram
{
    private readonly double bin;
    private readonly double[] density;

    public Periodogram(double[] samples, double samplingRate)
    {
        var (re, im) = ((double[])samples.Clone(), new double[samples.Length]);
        ComplexFft.OfLength(samples.Length).Forward(re, im);
        bin = samplingRate / samples.Length;
        density = [.. Enumerable.Range(0, (samples.Length / 2) + 1)
            .Select(k => 2 * (re[k] * re[k] + im[k] * im[k]) / samples.Length / samplingRate)];
    }

    /// <summary>Power (density times bin width) at a frequency.</summary>
    public double At(double frequency) => density[(int)Math.Round(frequency / bin)] * bin;

    /// <summary>Power between two frequencies.</summary>
    public double Sum(double low, double high) => Bins(low, high).Sum(k => density[k]) * bin;

    /// <summary>Mean of the density over what it should be.</summary>
    public double MeanRatio(double low, double high, Func<double, double> expected) =>
        Bins(low, high).Average(k => density[k] / expected(k * bin));

    /// <summary>Mean and standard deviation of frequency, weighted with power.</summary>
    public (double Mean, double Deviation) Moments(double low, double high)
    {
        var total = Bins(low, high).Sum(k => density[k]);
        var mean = Bins(low, high).Sum(k => density[k] * k * bin) / total;
        return (mean, Math.Sqrt(Bins(low, high).Sum(k => density[k] * Math.Pow(k * bin - mean, 2)) / total));
    }

    private IEnumerable<int> Bins(double low, double high) =>
        Enumerable.Range((int)Math.Ceiling(low / bin), (int)((high - low) / bin));
}
