using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Tests.Formats.Hdf5;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Formats.Spikes;

public sealed class Hdf5SpikeFormatTests : IDisposable
{
    private const string Retina = "hennig2011_retina_bicuculline/";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Reference: counts and limits as Elephant had them (spike_statistics.json), durations as h5dump shows them.
    [Theory]
    [InlineData("Hennig2011_spikes_P5_Bic_10uM_16_Mar_2010_bic_day2.h5", 57, 10803)]
    [InlineData("Hennig2011_spikes_P5_Bic_10uM_16_Mar_2010_control_day1.h5", 58, 7279.2995)]
    [InlineData("Hennig2011_spikes_P9_Bic_10uM_4_Mar_2010_control_day1.h5", 58, 6262)]
    public void Retinal_spike_trains_are_divided_among_their_units(string name, int units, double duration)
    {
        Hdf5Writer.Require();
        var expected = SharedData.Reference("spike_statistics.json").GetProperty("recs").GetProperty(name);
        using var recording = RecordingFile.Open(SharedData.Path(Retina + name));
        var trains = recording.Header.Spikes;
        Assert.Equal(units, trains.Count);
        foreach (var unit in expected.GetProperty("units").EnumerateArray())
            Assert.Equal(unit.GetProperty("n").GetInt32(), trains[unit.GetProperty("unit").GetInt32()].Times.Length);
        Assert.Equal(expected.GetProperty("t_start").GetDouble(), trains.Min(t => t.Times[0]), 1e-6);
        Assert.Equal(expected.GetProperty("t_stop").GetDouble(), trains.Max(t => t.Times[^1]), 1e-5);
        Assert.Equal(duration, recording.Duration, 1e-9);
        Assert.All(trains, t => Assert.Equal(t.Times.Order(), t.Times));
    }

    // Reference: the first times of the file as h5dump shows them.
    [Fact]
    public void Times_are_in_seconds()
    {
        Hdf5Writer.Require();
        using var recording = RecordingFile.Open(SharedData.Path(Retina
            + "Hennig2011_spikes_P9_Bic_10uM_4_Mar_2010_control_day1.h5"));
        Assert.Equal([180.916, 205.742, 206.329, 206.889, 207.344], recording.Header.Spikes[0].Times[..5],
            new Near(1e-5));
    }

    [Theory]
    [InlineData(new[] { 2, 2 }, new double[] { 1, 2, 3, 4, 5 }, "/sCount tells of 4 spikes, but /spikes holds 5")]
    [InlineData(new[] { 2, 9 }, new double[] { 1, 2, 3, 4, 5 }, "/sCount does not divide the 5 times")]
    [InlineData(new[] { 6, -1 }, new double[] { 1, 2, 3, 4, 5 }, "/sCount does not divide the 5 times")]
    [InlineData(new[] { 2, 1 }, new double[] { 1, 2, -3 }, "negative or not numbers")]
    public void Counts_that_disagree_are_refused(int[] counts, double[] times, string why)
    {
        var path = folder.PathOf("x.h5");
        using (var w = new Hdf5Writer(path))
            w.Numbers("spikes", [(ulong)times.Length], times).Numbers("sCount", [(ulong)counts.Length], counts);
        Assert.Contains(why, Assert.Throws<BadInputException>(() => RecordingFile.Open(path)).Message);
    }

    [Fact]
    public void Another_layout_is_refused_with_a_list()
    {
        var path = folder.PathOf("x.h5");
        using (var w = new Hdf5Writer(path))
            w.Group("acquisition").Numbers<double>("lfp", [3], [1, 2, 3]);
        var message = Assert.Throws<BadInputException>(() => RecordingFile.Open(path)).Message;
        Assert.Contains("it holds acquisition, lfp", message);
    }
}
