using Isonomia.Measurement.Biomarkers.Aperiodic;
using Isonomia.Measurement.Biomarkers.Spectral;
using Isonomia.Measurement.Measuring;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections.Spectra;

/// <summary>Takes from a channel's results what is drawn of its spectrum.</summary>
internal static class SpectrumReading
{
    /// <summary>The spectrum with its fit; null where none was measured.</summary>
    public static SpectrumView? Of(ChannelMeasurement channel)
    {
        if (channel.Find<SpectrumResult>() is not { Spectrum.Estimate: { } estimate } result)
            return null;
        var (low, high) = result.Confidence95Factors;
        var view = new SpectrumView(
            channel.Channel.Name,
            $"{Section.TypeName(channel.Channel.Type)} ({Units.InWords(result.Spectrum.PowerUnit)})",
            estimate.Frequencies, estimate.Density, result.Spectrum.DensityUnit)
        {
            Low = Array.ConvertAll(estimate.Density, d => d * low),
            High = Array.ConvertAll(estimate.Density, d => d * high),
        };
        return channel.Find<AperiodicResult>() is { Exponent.IsDefined: true, Fit.Frequencies.Length: > 1 } fitted
            ? WithFit(view, fitted)
            : view;
    }

    private static SpectrumView WithFit(SpectrumView view, AperiodicResult fitted)
    {
        var (fit, words) = (fitted.Fit, $"exponent {NumberText.Fixed(fitted.Exponent.Value, 2)}");
        if (fitted.Exponent.StandardError is { } error)
            words += $" ± {NumberText.Fixed(error, 2)}";
        if (fitted.KneeFrequency.IsDefined)
            words += $", knee {NumberText.Significant(fitted.KneeFrequency.Value)} Hz";
        return view with
        {
            FitFrequencies = fit.Frequencies,
            Aperiodic = Linear(fit.Aperiodic),
            Model = Linear(fit.Model),
            Peaks = [.. fit.Peaks.Select(p => new SpectrumPeak(p.Frequency, p.Power))],
            Exponent = fit.Exponent,
            Words = $"{words}, R² {NumberText.Fixed(fit.RSquared, 3)}",
        };
    }

    private static double[] Linear(double[] logPower) => Array.ConvertAll(logPower, p => Math.Pow(10, p));
}
