using System.Text.Json;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Criticality.Avalanches;
using Isonomia.Measurement.Biomarkers.Spikes;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Formats.Numpy;
using Isonomia.Measurement.Settings;
using Isonomia.Measurement.Tests.Formats.Hdf5;
using Isonomia.Numerics.Statistics.HeavyTails;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers.Criticality.Avalanches;

/// <summary>
/// Avalanches of real retinal recordings beside independent results (powerlaw_crosscheck.json: the exact likelihood in
/// scipy; powerlaw_avalanches.json: numpy's binning; kappa.json).
/// </summary>
public class AvalancheReferenceTests
{
    private const string Bicuculline = "Hennig2011_spikes_P5_Bic_10uM_16_Mar_2010_bic_day2";
    private const string Control = "Hennig2011_spikes_P5_Bic_10uM_16_Mar_2010_control_day1";
    private const string Older = "Hennig2011_spikes_P9_Bic_10uM_4_Mar_2010_control_day1";

    public static TheoryData<string> Recordings => [Bicuculline, Control, Older];

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Avalanches_of_real_spikes_are_those_that_numpy_cuts(string name)
    {
        var (found, list) = Measure(name);
        var expected = SharedData.Reference("powerlaw_avalanches.json").GetProperty("avalanches").GetProperty(name + ".h5");
        double Of(string key) => expected.GetProperty(key).GetDouble();
        Assert.Equal(Of("bin_width_s_mean_IEI"), found.BinSeconds, 1e-12);
        Assert.Equal(Of("n_spikes"), found.Events);
        Assert.Equal(Of("n_avalanches"), found.Count);
        Assert.Equal(Of("size_max"), list.Sizes.Max());
        Assert.Equal(Of("dur_max"), list.Durations.Max());
        Assert.Equal(expected.GetProperty("first20_sizes").Numbers(), list.Sizes.Take(20).Select(s => (double)s));
        Assert.Equal(expected.GetProperty("first20_durations").Numbers(),
            list.Durations.Take(20).Select(d => (double)d));
        Assert.Equal(Of("sigma_naive_mean_ratio"), found.NaiveBranching, 1e-12);
        Assert.Equal(Of("own_gamma_fit_loglog_meansize_vs_duration_dur>=2_count>=10"), found.Relation.Gamma.Value, 1e-12);
        // The largest avalanche counts as below the last of ten points or not, as the tenth power rounds.
        var kappa = SharedData.Reference("kappa.json").GetProperty("results").GetProperty($"avalanches_{name}.npz");
        Assert.Equal(kappa.GetProperty("own_kappa_strict_lt").GetDouble(), found.Kappa.Value,
            0.11 / found.Count);
    }

    // The powerlaw package (2.0.0) gives exponents of 3.0 for several of these, which are those of no likelihood.
    [Theory]
    [InlineData(Bicuculline)]
    [InlineData(Control)]
    [InlineData(Older)]
    [InlineData("hc2")]
    public void Exponents_are_those_of_the_exact_likelihood(string name)
    {
        var reference = SharedData.Reference("powerlaw_crosscheck.json").GetProperty("results")
            .GetProperty($"avalanches_{name}.npz");
        using var file = new NpzFile(SharedData.Path($"reference/vectors/avalanches_{name}.npz"));
        foreach (var quantity in new[] { "size", "duration" })
        {
            var sample = TailSample.OfWhole(file.Numbers(quantity).Numbers.ToArray().Select(v => (int)v));
            var expected = reference.GetProperty(quantity);
            Same(expected.GetProperty("own_zeta_MLE_xmin1"), PowerLaw.Fit(sample, 1)!);
            // The reference looks at the sizes that occur, we (as Clauset et al.) at those between them too, where the
            // distance can only be larger; so the nearest fit can be another, never a farther one.
            var search = expected.GetProperty("own_zeta_MLE_xmin_search_1..30");
            var theirs = PowerLaw.Fit(sample, search.GetProperty("xmin").GetDouble())!;
            Assert.Equal(search.GetProperty("alpha").GetDouble(), theirs.Alpha, 2e-5);
            Assert.InRange(theirs.Distance - search.GetProperty("D").GetDouble(), -1e-5, 2e-3);
            Assert.InRange(PowerLaw.Search(sample, 1, 30)!.Distance, 0, theirs.Distance + 1e-12);
        }
    }

    // scipy's bounded search stops within 1e-5 of the maximum by default.
    private static void Same(JsonElement expected, PowerLawFit found)
    {
        Assert.Equal(expected.GetProperty("alpha").GetDouble(), found.Alpha, 2e-5);
        Assert.Equal(expected.GetProperty("D").GetDouble(), found.Distance, 1e-5);
        Assert.Equal(expected.GetProperty("n").GetDouble(), found.Count);
        if (expected.TryGetProperty("loglik", out var likelihood))
            Assert.Equal(likelihood.GetDouble(), found.LogLikelihood, 1e-5);
    }

    private static (AvalancheResult Found, AvalancheList List) Measure(string name)
    {
        Hdf5Writer.Require();
        using var recording = RecordingFile.Open(SharedData.Path($"hennig2011_retina_bicuculline/{name}.h5"));
        var settings = new MeasureSettings(BiomarkerLibrary.Settings).With("avalanches.samples", "0");
        var found = (AvalancheResult)new AvalancheBiomarker().Measure(
            new SpikeAnalysis("all", recording.Header.Spikes, recording.Duration, settings));
        double[] spikes = [.. recording.Header.Spikes.SelectMany(t => t.Times).Order()];
        return (found, AvalancheList.Of(spikes, spikes[0], found.BinSeconds));
    }
}
