using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Spectral;

/// <summary>The mean frequency of a range, weighted by power (Klimesch 1999), with its sampling error.</summary>
internal static class CentreOfGravity
{
    /// <summary>Computes it.</summary>
    public static Measured Of(ChannelSpectrum spectrum, Interval range)
    {
        if (spectrum.Estimate is not { } estimate)
            return Measured.Undefined(spectrum.Why!);
        var (frequencies, density) = (estimate.Frequencies, estimate.Density);
        int[] bins = [.. Enumerable.Range(0, frequencies.Length).Where(i => range.Contains(frequencies[i]))];
        if (bins.Length < 2)
            return Measured.Undefined($"fewer than two bins lie within {range} Hz");
        var power = bins.Sum(i => density[i]);
        if (!(power > 0))
            return Measured.Undefined($"there is no power within {range} Hz");
        var centre = bins.Sum(i => frequencies[i] * density[i]) / power;
        var variance = spectrum.Variance([.. bins.Select(i => (frequencies[i] - centre) * density[i] / power)]);
        return Measured.Of(centre, Math.Sqrt(variance));
    }
}
