using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation;
using Isonomia.Measurement.Biomarkers.Spectral;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Aperiodic;

/// <summary>What makes a fit of the aperiodic component misleading, as far as signal and fit show it.</summary>
internal static class FitWarnings
{
    /// <summary>From here up, as a share of half the sampling rate, anti-aliasing filters act.</summary>
    public const double AntiAliasing = 0.8;

    // Hertz on either side of the line that it, or the notch that removed it, may reach.
    private const double LineSkirt = 2;

    // Hertz at the range's ends in which a peak cannot be modelled.
    private const double Edge = 1.5;

    /// <summary>The warnings of a fit over a range of frequencies.</summary>
    public static IReadOnlyList<string> Of(Signal signal, Interval range, ParameterisedSpectrum parameterised)
    {
        var warnings = new List<string>();
        AddFilters(warnings, signal, range);
        if (signal.LineFrequency is { } line)
        {
            var harmonic = Math.Max(1, Math.Ceiling((range.Low - LineSkirt) / line));
            if (harmonic * line <= range.High + LineSkirt)
                warnings.Add($"line noise at {harmonic * line:0.#} Hz, or the notch there, lies in the fitted range");
        }

        var fit = parameterised.Fit;
        if (fit.Why is not null)
            return warnings;
        if (parameterised.Spectrum.Estimate!.EffectiveAverages < SpectrumBiomarker.FewAverages)
            warnings.Add("the spectrum averages few windows: peaks may be noise and the errors are rough");
        AddResiduals(warnings, fit);
        var knee = fit.KneeFrequency;
        if (fit.Mode == AperiodicMode.Knee && !(knee >= fit.Frequencies[0] && knee <= fit.Frequencies[^1]))
            warnings.Add("the knee lies outside the fitted range, or there is none");
        return warnings;
    }

    private static void AddFilters(List<string> warnings, Signal signal, Interval range)
    {
        var half = signal.SamplingRate / 2;
        if (range.High > half)
            warnings.Add($"the fitted range ends at half the sampling rate, {half:0.#} Hz");
        else if (range.High > AntiAliasing * half)
            warnings.Add("the fitted range reaches to where anti-aliasing filters bend the spectrum");
        if (range.Low < signal.Passband.Low)
            warnings.Add($"the fitted range reaches below the high-pass filter at {signal.Passband.Low:0.##} Hz");
        if (range.High > signal.Passband.High && signal.Passband.High < half)
            warnings.Add($"the fitted range reaches above the low-pass filter at {signal.Passband.High:0.#} Hz");
    }

    private static void AddResiduals(List<string> warnings, SpectralFit fit)
    {
        var residuals = fit.LogPower.Select((p, i) => p - fit.Model[i]).ToArray();
        var typical = residuals.Select(Math.Abs).Order().ElementAt(residuals.Length / 2) / 0.6745;
        bool Stands(double distance, double residual) => distance <= Edge && residual > Math.Max(4 * typical, 0.15);
        if (residuals.Where((r, i) => Stands(fit.Frequencies[i] - fit.Frequencies[0], r)).Any())
            warnings.Add("a peak at the lower end of the fitted range is not modelled");
        if (residuals.Where((r, i) => Stands(fit.Frequencies[^1] - fit.Frequencies[i], r)).Any())
            warnings.Add("a peak at the upper end of the fitted range is not modelled");
        if (fit.Mode == AperiodicMode.Fixed && Bend(fit, residuals) > 0.25)
        {
            warnings.Add("the background is not straight in log-log axes over the fitted range: another range, or "
                + "aperiodic.mode=knee, may describe it");
        }
    }

    // The share of the residuals' variance that a parabola in log frequency explains beyond the line.
    private static double Bend(SpectralFit fit, double[] residuals)
    {
        double[] x = [.. fit.Frequencies.Select(f => Math.Log(f))];
        var mean = x.Average();
        for (var i = 0; i < x.Length; i++)
            x[i] -= mean;
        var (xx, xxx, square) = (x.Sum(v => v * v), x.Sum(v => v * v * v), x.Average(v => v * v));
        double[] parabola = [.. x.Select(v => v * v - square - xxx / xx * v)];
        var product = parabola.Zip(residuals, (a, b) => a * b).Sum();
        return product * product / (parabola.Sum(v => v * v) * residuals.Sum(v => v * v));
    }
}
