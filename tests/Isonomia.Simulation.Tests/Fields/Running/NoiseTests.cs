using Isonomia.Modeling.Fields;
using Isonomia.Modeling.Fields.Networks;
using Isonomia.Numerics.Spectra;
using Isonomia.Simulation.Fields.Analysis;
using Isonomia.Simulation.Fields.Running;

namespace Isonomia.Simulation.Tests.Fields.Running;

public class NoiseTests
{
    private const double Dt = 0.2e-3;
    private const int Lanes = 16;

    // Every noise-driven field of the library, where it rests; noise small enough that it stays linear.
    [Theory]
    [InlineData("corticothalamic", "noise=1e-4 Hz**0.5")]
    [InlineData("jansen-rit", "noise=1e-2 Hz**0.5", "p=50 Hz")]
    [InlineData("liley", "noise=1e-2 Hz**0.5", "p_ee=0 Hz", "N_ee=2534", "M_ee=500")]
    [InlineData("montbrio-pazo-roxin", "noise=1e-4 second**0.5")]
    [InlineData("wilson-cowan", "noise=1e-6 second**0.5", "P=0")]
    public void The_spectrum_of_a_long_run_is_the_analytic_one(string name, params string[] settings)
    {
        var model = With(name, settings);
        var run = new FieldRun(model, new FieldRunSettings { Duration = 42, Dt = Dt, Copies = Lanes, Every = 1e-3, Seed = 4 }).Run();
        double[] sum = [];
        double[] frequencies = [];
        for (var lane = 0; lane < Lanes; lane++)
        {
            var trace = run.Probes[0].Trace(lane)[2000..];
            var spectrum = Welch.Estimate(trace, 1000, new WelchOptions(4000, 2000));
            sum = sum.Length == 0 ? [.. spectrum.Density] : [.. sum.Zip(spectrum.Density, (a, b) => a + b)];
            frequencies = [.. spectrum.Frequencies];
        }

        var analytic = new double[frequencies.Length];
        Assert.True(new FieldSpectra(model with { Modes = null }).Density([], frequencies, analytic));

        // 16 runs of 19 overlapping segments; bands of 2 Hz hold 8 bins, so that a ratio varies by about 2.5 %.
        foreach (var (low, high) in new[] { (1.0, 3.0), (3, 5), (5, 7), (7, 9), (9, 11), (14, 16), (19, 21), (29, 31) })
        {
            var band = Enumerable.Range(0, frequencies.Length).Where(i => frequencies[i] >= low && frequencies[i] <= high).ToArray();
            Assert.Equal(1, band.Sum(i => sum[i]) / Lanes / band.Sum(i => analytic[i]), 0.1);
        }
    }

    [Fact]
    public void A_region_draws_the_same_noise_however_many_there_are()
    {
        var model = With("jansen-rit", "noise=2 Hz**0.5");
        double[] Trace(int copies) =>
            new FieldRun(model, new FieldRunSettings { Duration = 0.2, Dt = 1e-4, Copies = copies, Seed = 7 }).Run().Probes[0].Trace(0);
        Assert.Equal(Trace(1), Trace(21));
    }

    [Fact]
    public void Networks_side_by_side_do_not_touch_each_other()
    {
        var model = With("jansen-rit", "K=0.1", "p=120 Hz");
        var settings = new FieldRunSettings
        {
            Duration = 0.2,
            Dt = 1e-4,
            Speed = 3,
            Connectome = new Connectome([0, 1, 0.5, 0], [0, 0.02, 0.03, 0], ["a", "b"]),
        };
        var alone = new FieldRun(model, settings).Run().Probes[0];
        var both = new FieldRun(model, settings with { Copies = 2 }).Run().Probes[0];
        Assert.Equal(alone.Trace(0), both.Trace(0));
        Assert.Equal(alone.Trace(1), both.Trace(3));
    }

    private static FieldModel With(string name, params string[] settings) => FieldText.With(name, settings);
}
