using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Preprocessing;

/// <summary>Mains interference: whether 50 or 60 Hz stands out, and how much of a channel it makes up.</summary>
internal static class LineNoise
{
    // A line counts as present where it exceeds its neighbourhood four times (6 dB) in a quarter of the channels.
    private const double PresentRatio = 4;
    private const double PresentQuantile = 0.75;

    /// <summary>The line frequency that stands out, or null.</summary>
    public static double? Find(IReadOnlyList<PowerSpectrum> spectra)
    {
        var candidates = new[] { 50.0, 60.0 }.Select(f => (Frequency: f, Ratio: QuantileOfRatios(spectra, f)))
            .Where(c => c.Ratio >= PresentRatio).OrderByDescending(c => c.Ratio).ToArray();
        return candidates.Length > 0 ? candidates[0].Frequency : null;
    }

    /// <summary>The fraction of a channel's power above 1 Hz that lies within 1 Hz of the line.</summary>
    public static double Share(PowerSpectrum spectrum, double line)
    {
        double all = 0, near = 0;
        for (var i = 0; i < spectrum.Frequencies.Length; i++)
        {
            if (spectrum.Frequencies[i] < 1)
                continue;
            all += spectrum.Density[i];
            if (Math.Abs(spectrum.Frequencies[i] - line) <= 1)
                near += spectrum.Density[i];
        }

        return all > 0 ? near / all : 0;
    }

    private static double QuantileOfRatios(IReadOnlyList<PowerSpectrum> spectra, double line)
    {
        var ratios = spectra.Where(s => s.Frequencies[^1] >= line + 5).Select(s => Ratio(s, line)).Order().ToArray();
        return ratios.Length == 0 ? 0 : ratios[(int)(PresentQuantile * (ratios.Length - 1))];
    }

    private static double Ratio(PowerSpectrum spectrum, double line)
    {
        var peak = 0.0;
        var around = new List<double>();
        for (var i = 0; i < spectrum.Frequencies.Length; i++)
        {
            var distance = Math.Abs(spectrum.Frequencies[i] - line);
            if (distance <= 0.5)
                peak = Math.Max(peak, spectrum.Density[i]);
            else if (distance is >= 2 and <= 5)
                around.Add(spectrum.Density[i]);
        }

        around.Sort();
        return around.Count > 0 && around[around.Count / 2] > 0 ? peak / around[around.Count / 2] : 0;
    }
}
