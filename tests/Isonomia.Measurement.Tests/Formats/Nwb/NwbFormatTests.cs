using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Formats.Hdf5.Writing;
using Isonomia.Measurement.Formats.Nwb;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Tests.Formats.Hdf5;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Formats.Nwb;

public sealed class NwbFormatTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public NwbFormatTests() => Hdf5Writer.Require();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("nwb_icephys/LantyerEtAl2018_170328_AB_277_ST50_C.nwb", 4)]
    [InlineData("nwb_icephys/LantyerEtAl2018_180817_ME_9_CC.nwb", 20)]
    public void Real_sweeps_of_patch_clamp_are_those_that_h5py_reads(string file, int sweeps)
    {
        using var recording = FileReadings.Open(file);
        Assert.Equal(sweeps, recording.Channels.Count);
        var series = SharedData.Reference("file_readings.json").GetProperty(file).GetProperty("series");
        foreach (var one in series.EnumerateObject().Where(s => s.Name.EndsWith("/data", StringComparison.Ordinal)))
        {
            var at = recording.IndexOf(one.Name.Split('/')[^2]);
            var unit = one.Value.GetProperty("attrs").GetProperty("unit").GetString();
            var (name, scale) = unit == "volts" ? ("mV", 1e3) : ("pA", 1e12);
            Assert.Equal(name, recording.Channels[at].Unit);
            var samples = recording.ReadAll(at);
            Assert.Equal(one.Value.GetProperty("shape")[0].GetInt32(), samples.Length);
            Assert.All(one.Value.GetProperty("first3").Numbers().Zip(samples),
                pair => Assert.Equal(pair.First * scale, pair.Second, 1e-12 * scale));
            var rate = double.Parse(series.GetProperty(one.Name.Replace("/data", "/starting_time")).GetProperty("attrs")
                .GetProperty("rate").GetString()!);
            Assert.Equal(rate, recording.Channels[at].SamplingRate, 1e-6);
        }
    }

    [Fact]
    public void One_series_can_be_named()
    {
        using var recording = RecordingFile.Open(SharedData.Path("nwb_icephys/LantyerEtAl2018_180817_ME_9_CC.nwb"),
            new ReadingOptions { Variable = "CurrentClampSeries_03" });
        Assert.Equal("CurrentClampSeries_03", Assert.Single(recording.Channels).Name);
    }

    [Fact]
    public void What_is_written_of_a_simulation_is_read_back()
    {
        var path = folder.PathOf("a.nwb");
        NwbWriter.Write(path, new NwbSession("id", "A circuit.", "notes")
        {
            Populations = [new("E", 3, [0.0101, 0.02, 0.021], [2, 0, 2]), new("I", 1, [0.5], [0])],
            Series = [new("E_v", "v", "volts", 0, 1000, 2, [.. Enumerable.Range(1, 600).Select(i => i * 1e-3)])],
        });
        using var recording = RecordingFile.Open(path);
        Assert.True(recording.Header.IsSimulated);
        Assert.Equal(["E_v[0]", "E_v[1]"], recording.Channels.Select(c => c.Name));
        Assert.Equal([2, 4, 6], recording.ReadAll(1)[..3].Select(v => Math.Round(v, 9)));
        Assert.Equal(["E", "E", "E", "I"], recording.Header.Spikes.Select(s => s.Population));
        Assert.Equal([0.0101, 0.021], recording.Header.Spikes[2].Times);
        Assert.Empty(recording.Header.Spikes[1].Times);
        Assert.Equal(0.5, recording.Header.SpikeDuration);
    }

    [Fact]
    public void An_electrical_series_is_converted_named_by_its_electrodes_and_preferred()
    {
        using var recording = RecordingFile.Open(Electrical(times: null));
        Assert.Equal(["A1", "B2"], recording.Channels.Select(c => c.Name));
        Assert.All(recording.Channels, c => Assert.Equal(("uV", ChannelType.Lfp, 500.0), (c.Unit, c.Type, c.SamplingRate)));
        // Stored 10 x 1e-6 V x channel conversion + 5e-6 V.
        Assert.Equal([15, 35, 55], recording.ReadAll(0)[..3].Select(v => Math.Round(v, 6)));
        Assert.Equal([45, 85, 125], recording.ReadAll(1)[..3].Select(v => Math.Round(v, 6)));
        Assert.Contains(recording.Header.Warnings, w => w.Contains("acquisition/running"));
    }

    [Fact]
    public void Times_of_samples_give_rate_and_gaps()
    {
        using var recording = RecordingFile.Open(Electrical(times: [0, 0.01, 0.02, 0.03, 1.03, 1.04, 1.05, 1.06]));
        Assert.Equal(100, recording.Channels[0].SamplingRate, 1e-9);
        Assert.Equal([(0, 0.04), (1.03, 0.04)], recording.Stretches.Select(s => (Math.Round(s.Onset, 9), Math.Round(s.Duration, 9))));
    }

    [Fact]
    public void Irregular_times_make_no_signal()
    {
        var error = Assert.Throws<BadInputException>(() => RecordingFile.Open(
            Electrical(times: [0, 0.01, 0.013, 0.03, 0.04, 0.05, 0.06, 0.07], isAlone: true)));
        Assert.Contains("neither an electrical series", error.Message);
    }

    private string Electrical(double[]? times, bool isAlone = false)
    {
        var path = folder.PathOf("e.nwb");
        using var file = new Hdf5FileWriter(path);
        file.Attribute("/", "nwb_version", "2.6.0");
        foreach (var group in (string[])["/acquisition", "/processing", "/processing/ecephys", "/processing/ecephys/LFP",
            "/processing/ecephys/LFP/field", "/general", "/general/extracellular_ephys", "/general/extracellular_ephys/electrodes"])
        {
            file.Group(group);
        }

        file.Texts("/general/extracellular_ephys/electrodes/label", ["zero", "A1", "B2"]);
        const string Series = "/processing/ecephys/LFP/field";
        file.Attribute(Series, "neurodata_type", "ElectricalSeries");
        file.Numbers<long>(Series + "/data", [.. Enumerable.Range(1, 16).Select(i => 10L * i)], 8, 2)
            .Attribute(Series + "/data", "unit", "volts").Attribute(Series + "/data", "conversion", 1e-6)
            .Attribute(Series + "/data", "offset", 5e-6f);
        file.Numbers<double>(Series + "/channel_conversion", [1, 2], 2).Numbers<long>(Series + "/electrodes", [1, 2], 2);
        if (times is null)
            file.Numbers<double>(Series + "/starting_time", [0]).Attribute(Series + "/starting_time", "rate", 500f);
        else
            file.Numbers<double>(Series + "/timestamps", times, (ulong)times.Length);
        if (!isAlone)
        {
            file.Group("/acquisition/running").Attribute("/acquisition/running", "neurodata_type", "TimeSeries");
            file.Numbers<double>("/acquisition/running/data", [1, 2, 3], 3)
                .Numbers<double>("/acquisition/running/starting_time", [0]).Attribute("/acquisition/running/starting_time", "rate", 10f);
        }

        file.Commit();
        return path;
    }
}
