using Isonomia.Numerics.Fitting;
using Isonomia.Numerics.Spectra;
using Isonomia.Tests;

namespace Isonomia.Numerics.Tests.Fitting;

/// <summary>Spectral slopes of real recordings (Gao et al. 2017), against scipy and statsmodels.</summary>
public class SpectralSlopeTests
{
    [Fact]
    public void Rat_hippocampus_has_the_robust_slope_that_statsmodels_finds()
    {
        // Reference: gao2017_slopes.json, "hc2 lfp 30-50": scipy Welch (1 s), OLS and statsmodels RLM (bisquare).
        var x = MatVariable.Read(SharedData.Path("hc2_lfp_spikes/lfp_example.mat"), "data");
        Compare(x, 1250, [.. Enumerable.Range(30, 21)], "hc2 lfp 30-50");
    }

    [Theory]
    [InlineData("Session1 awake eyes open [12279:908909]", 12279, 908909)]
    [InlineData("Session1 awake eyes closed [1007108:1927428]", 1007108, 1927428)]
    public void Monkey_cortex_has_the_robust_slope_that_statsmodels_finds(string name, int from, int to)
    {
        // Reference: the same file; 40-48 and 52-60 Hz, on either side of the mains frequency.
        var x = MatVariable.Read(SharedData.Path("neurotycho_ecog/Session1_ECoG_ch1.mat"), "ECoGData_ch1");
        int[] frequencies = [.. Enumerable.Range(40, 9), .. Enumerable.Range(52, 9)];
        Compare(x[from..to], 1000, frequencies, name);
    }

    private static void Compare(double[] x, int samplingRate, int[] frequencies, string name)
    {
        var expected = SharedData.Reference("gao2017_slopes.json").GetProperty("real").GetProperty(name);
        var spectrum = Welch.Estimate(x, samplingRate, new WelchOptions(samplingRate, samplingRate / 2));
        double[] f = [.. frequencies.Select(k => Math.Log10(k))];
        double[] p = [.. frequencies.Select(k => Math.Log10(spectrum.Density[k]))];
        var ordinary = LeastSquares.Line(f, p);
        Assert.Equal(expected.GetProperty("ols_slope").GetDouble(), ordinary.Slope, 1e-6);
        Assert.Equal(expected.GetProperty("ols_offset").GetDouble(), ordinary.Intercept, 1e-6);

        // The values on record are those after the first reweighting (where that run of statsmodels stopped): they
        // hold start, scale and weights to account. Iterated to the end, slopes move by up to 0.02 from there.
        var first = RobustRegression.Line(f, p, RobustOptions.WithoutLeverage with { MaxIterations = 1 });
        Assert.Equal(expected.GetProperty("statsmodels_RLM_bisquare_slope").GetDouble(), first.Slope, 1e-6);
        var settled = RobustRegression.Line(f, p, RobustOptions.WithoutLeverage);
        Assert.True(settled.Converged);
        Assert.InRange(Math.Abs(settled.Slope - first.Slope), 0, 0.02);
    }
}
