using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Clamp;

/// <summary>The conductances of one cell.</summary>
/// <param name="Trace">Their course; null where there is none.</param>
/// <param name="From">The sample after the baseline.</param>
/// <param name="MaximalLag">Within what lag the two are compared, in s.</param>
/// <param name="Why">Why there is none; null where there is.</param>
public sealed record ConductanceResult(ConductanceTrace? Trace, int From, double MaximalLag, string? Why) : BiomarkerResult
{
    private const double Nano = 1e9;
    private const int MostSamples = 5000;

    /// <summary>Nothing, and why.</summary>
    public static ConductanceResult Without(string why) => new(null, 0, 0, why);

    /// <inheritdoc/>
    public override Reading ToReading()
    {
        if (Trace is not { } trace)
        {
            var none = Measured.Undefined(Why ?? "it was not measured");
            return new Reading().Number("excitation_peak", none, "nS").Number("inhibition_peak", none, "nS")
                .Number("excitation_share", none, "1").Number("lag_ms", none, "ms");
        }

        var (lag, correlation) = trace.Lag(MaximalLag);
        var (e, i) = (Array.IndexOf(trace.Excitation, trace.Excitation.Max()), Array.IndexOf(trace.Inhibition, trace.Inhibition.Max()));
        var after = From < trace.Excitation.Length ? From : 0;
        var (meanE, meanI) = (trace.Excitation.Skip(after).Average(), trace.Inhibition.Skip(after).Average());
        var every = Math.Max(1, (trace.Excitation.Length + MostSamples - 1) / MostSamples);
        double[] Thin(IEnumerable<double> all) => [.. all.Where((_, t) => t % every == 0)];
        return new Reading()
            .Number("excitation_peak", Measured.Of(Nano * trace.Excitation[e], Nano * trace.ExcitationError[e]), "nS")
            .Number("inhibition_peak", Measured.Of(Nano * trace.Inhibition[i], Nano * trace.InhibitionError[i]), "nS")
            .Number("excitation_mean", Nano * meanE, "nS")
            .Number("inhibition_mean", Nano * meanI, "nS")
            .Number("excitation_share", meanE > 0 && meanI > 0 ? Measured.Of(meanE / (meanE + meanI))
                : Measured.Undefined("a mean conductance lies below rest"), "1")
            .Number("lag_ms", Measured.Of(1e3 * lag), "ms").Number("lag_correlation", Measured.Of(correlation), "1")
            .Number("excitation_peak_s", e / trace.SamplingRate, "s").Number("inhibition_peak_s", i / trace.SamplingRate, "s")
            .Number("resting_conductance", Measured.Of(Nano * trace.RestingConductance), "nS")
            .Number("resting_potential", Measured.Of(1e3 * trace.RestingPotential), "mV")
            .Number("linearity", double.IsNaN(trace.Linearity) ? Measured.Undefined("two levels always lie on a line")
                : Measured.Of(trace.Linearity), "1")
            .Curve("time_s", Thin(trace.Excitation.Select((_, t) => t / trace.SamplingRate)), "s")
            .Curve("excitation", Thin(trace.Excitation.Select(g => g * Nano)), "nS")
            .Curve("excitation_se", Thin(trace.ExcitationError.Select(g => g * Nano)), "nS")
            .Curve("inhibition", Thin(trace.Inhibition.Select(g => g * Nano)), "nS")
            .Curve("inhibition_se", Thin(trace.InhibitionError.Select(g => g * Nano)), "nS");
    }
}
