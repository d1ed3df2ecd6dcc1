using Isonomia.Inference.Corticothalamic;
using Isonomia.Numerics.Spectra;

namespace Isonomia.Inference.Tests.Corticothalamic;

public class FieldSimulationTests
{
    // 8 electrodes x 400 s in windows of 4 s: some 1,500 periodograms a frequency, 2.6 % each; bands of 9 frequencies
    // and more: below 1 %. The step of 0.25 ms and the sampling add less than 1 % up to 40 Hz.
    [Fact]
    public void The_field_in_time_has_the_spectrum_of_the_closed_form()
    {
        var gains = CorticothalamicSteadyState.EyesClosed;
        var field = new CorticothalamicField(gains);
        var spectrum = Spectrum(new FieldSimulation(gains).Record(400, 500, 3));
        foreach (var (low, high) in new[] { (1.0, 4.0), (4.0, 8.0), (8.0, 10.0), (10.0, 14.0), (14.0, 22.0), (22.0, 40.0) })
        {
            var hertz = spectrum.Where(p => p.Hertz >= low && p.Hertz <= high).ToArray();
            // Power is one-sided: twice that of noise of unit two-sided density. The window smears by 0.25 Hz.
            var expected = hertz.Average(p => 2 * ((0.5 * field.Spectrum(p.Hertz))
                + (0.25 * (field.Spectrum(p.Hertz - 0.25) + field.Spectrum(p.Hertz + 0.25)))));
            Assert.Equal(1, hertz.Average(p => p.Power) / expected, 0.04);
        }
    }

    [Fact]
    public void Muscle_adds_its_share_above_all_at_high_frequencies()
    {
        var gains = CorticothalamicSteadyState.EyesClosed;
        double[] Powers(double muscle) => [.. new[] { (1.0, 45.0), (30.0, 45.0), (8.0, 10.0) }.Select(band =>
            Spectrum(new FieldSimulation(gains) { Muscle = muscle }.Record(100, 500, 4))
                .Where(p => p.Hertz >= band.Item1 && p.Hertz <= band.Item2).Average(p => p.Power))];
        var (without, with) = (Powers(0), Powers(0.1));
        Assert.Equal(1.1, with[0] / without[0], 0.02);
        Assert.True(with[1] / without[1] > 3);
        Assert.Equal(1, with[2] / without[2], 0.02);
    }

    [Fact]
    public void The_same_seed_records_the_same_samples_and_another_others()
    {
        var simulation = new FieldSimulation(CorticothalamicSteadyState.EyesClosed) { Muscle = 0.01 };
        var first = simulation.Record(2, 250, 1);
        Assert.Equal(first[3], simulation.Record(2, 250, 1)[3]);
        Assert.NotEqual(first[3], simulation.Record(2, 250, 2)[3]);
        Assert.NotEqual(first[3], first[4]);
    }

    private static (double Hertz, double Power)[] Spectrum(double[][] recorded)
    {
        var estimator = new WelchEstimator(500, new WelchOptions(2000, 1000));
        foreach (var electrode in recorded)
            estimator.Add(electrode);
        var estimate = estimator.Estimate();
        return [.. Enumerable.Range(0, estimate.Density.Length).Select(i => (estimate.Frequencies[i], estimate.Density[i]))];
    }
}
