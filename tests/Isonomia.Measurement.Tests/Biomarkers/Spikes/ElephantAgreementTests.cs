using System.Text.Json;
using Isonomia.Measurement.Biomarkers.Spikes.Statistics;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Tests.Formats.Hdf5;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers.Spikes;

/// <summary>
/// Every unit of real retinal recordings (control and under bicuculline) against Elephant 1.2.1b1: the same formulas in
/// the same precision, so that only the order of additions differs. The recordings' clock has 0.1 ms, so that bins end
/// on spikes; Elephant lets rounding decide which bin these are in, we do not. Where bins could be told apart, the test
/// puts such spikes where Elephant had them. (The tiling coefficients of the same file are not what their definition
/// gives; see <see cref="TilingCoefficientTests"/>.)
/// </summary>
public class ElephantAgreementTests
{
    private const double Rounding = 1e-9;
    private const double Bin = 0.1;

    // By so much, at most, spikes on the edges of bins moved these correlations.
    private const double Edges = 1e-3;
    private const string Retina = "hennig2011_retina_bicuculline/";

    public static TheoryData<string> Recordings =>
    [
        "Hennig2011_spikes_P5_Bic_10uM_16_Mar_2010_control_day1.h5",
        "Hennig2011_spikes_P5_Bic_10uM_16_Mar_2010_bic_day2.h5",
        "Hennig2011_spikes_P9_Bic_10uM_4_Mar_2010_control_day1.h5",
    ];

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Every_unit_is_as_irregular_and_as_variable_as_Elephant_has_it(string name)
    {
        var (trains, start, stop, expected) = Load(name);
        var compared = 0;
        foreach (var unit in expected.GetProperty("units").EnumerateArray())
        {
            var times = trains[unit.GetProperty("unit").GetInt32()].Times;
            Same(unit, "rate", times.Length / (stop - start));
            Same(unit, "cv", IntervalStatistics.Cv(times).Value);
            Same(unit, "cv2", IntervalStatistics.Cv2(times).Value);
            Same(unit, "lv", IntervalStatistics.Lv(times).Value);
            Same(unit, "lvr_R5ms", IntervalStatistics.LvR(times, 0.005).Value);
            Same(unit, "fano_1s_windows", new SpikeCounts(Binned(times, start, 1), start, stop, 1).Fano().Value);
            compared++;
        }

        Assert.Equal(trains.Count, compared);
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Counts_of_the_first_units_are_correlated_as_Elephant_has_it(string name)
    {
        var (trains, start, stop, expected) = Load(name);
        var rows = expected.GetProperty("corrcoef_bin100ms_first8");
        var counts = trains.Take(8).Select(t => new SpikeCounts(t.Times, start, stop, Bin)).ToArray();
        for (var i = 0; i < counts.Length; i++)
        {
            for (var j = 0; j < counts.Length; j++)
                Assert.Equal(rows[i][j].GetDouble(), SpikeCounts.Correlation(counts[i], counts[j]).Value, Edges);
        }
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void The_population_varies_as_Elephant_has_it(string name)
    {
        var (trains, start, stop, expected) = Load(name);
        double[] all = [.. trains.SelectMany(t => t.Times).Order()];
        Assert.Equal(expected.GetProperty("population_fano_100ms").GetDouble(),
            new SpikeCounts(Binned(all, start, Bin), start, stop, Bin).Fano().Value, Rounding);
    }

    // The middle of the bin whose edges, start + i width as rounded, hold the spike.
    private static double[] Binned(double[] times, double start, double width) => Array.ConvertAll(times, time =>
    {
        var bin = Math.Round((time - start) / width);
        return start + ((time < start + (bin * width) ? bin - 0.5 : bin + 0.5) * width);
    });

    private static void Same(JsonElement unit, string name, double ours) =>
        Assert.Equal(unit.GetProperty(name).GetDouble(), ours, Rounding * Math.Max(1, Math.Abs(ours)));

    private static (IReadOnlyList<SpikeTrain> Trains, double Start, double Stop, JsonElement Expected) Load(string name)
    {
        Hdf5Writer.Require();
        var expected = SharedData.Reference("spike_statistics.json").GetProperty("recs").GetProperty(name);
        using var recording = RecordingFile.Open(SharedData.Path(Retina + name));
        return (recording.Header.Spikes, expected.GetProperty("t_start").GetDouble(),
            expected.GetProperty("t_stop").GetDouble(), expected);
    }
}
