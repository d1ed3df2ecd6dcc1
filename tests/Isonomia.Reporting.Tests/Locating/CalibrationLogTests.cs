using Isonomia.Inference.Calibrating;
using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Locating;
using Isonomia.Reporting.Locating;

namespace Isonomia.Reporting.Tests.Locating;

/// <summary>A calibration takes an hour: what is done of it is not done again.</summary>
public sealed class CalibrationLogTests : IDisposable
{
    private static readonly int width = Calibration.QuantitiesOf(CorticothalamicModel.Instance).Count;
    private readonly string path = Path.GetTempFileName();

    public CalibrationLogTests() => File.Delete(path);

    public void Dispose() => File.Delete(path);

    [Fact]
    public void What_was_found_is_known_again_to_the_bit()
    {
        var one = new CalibratedIndividual(3, Numbers(0.1), Numbers(1 / 3.0), Numbers(0.7));
        using (var log = Open())
        {
            log.Add(one);
            log.Add(CalibratedIndividual.Unknown(1));
        }

        using var again = Open();
        Assert.Equal([3, 1], again.Known.Select(k => k.Index));
        Assert.Equal(one.Truths, again.Known[0].Truths);
        Assert.Equal(one.Medians, again.Known[0].Medians);
        Assert.Equal(one.Ranks, again.Known[0].Ranks);
        Assert.False(again.Known[1].Converged);
    }

    [Fact]
    public void A_line_that_was_cut_off_is_left_out()
    {
        using (var log = Open())
            log.Add(CalibratedIndividual.Unknown(0));
        File.AppendAllText(path, "7\t0.25\t0.");
        using (var log = Open())
            log.Add(CalibratedIndividual.Unknown(2));
        using var again = Open();
        Assert.Equal([0, 2], again.Known.Select(k => k.Index));
    }

    [Fact]
    public void Another_calibration_or_a_damaged_line_is_told()
    {
        Open().Dispose();
        Assert.Contains("another model, seed or options", Assert.Throws<IOException>(() => Open(seed: 2)).Message,
            StringComparison.Ordinal);
        File.AppendAllText(path, "7\tnonsense\n");
        Assert.Contains("found '7\tnonsense'", Assert.Throws<IOException>(() => Open()).Message, StringComparison.Ordinal);
    }

    private CalibrationLog Open(long seed = 1) => CalibrationLog.Open(path, CorticothalamicModel.Instance,
        new CalibrationOptions { Locating = new LocateOptions { Seed = seed } }, "gamma");

    private static double[] Numbers(double first) => [.. Enumerable.Range(0, width).Select(k => first + k)];
}
