using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Formats.Matlab;

public sealed class MatFormatTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Reference: scipy.io.loadmat (file_readings.json); the rate is the file's own srate field.
    [Fact]
    public void The_hippocampal_recording_is_found_among_its_spikes_with_its_own_rate()
    {
        using var recording = RecordingFile.Open(SharedData.Path("hc2_lfp_spikes/lfp_example.mat"));
        var channel = Assert.Single(recording.Channels);
        Assert.Equal(("data", 1250.0, 1325125L), (channel.Name, channel.SamplingRate, channel.Samples));
        Assert.Equal(-16.432910857466275, recording.ReadAll(0).Average(), 1e-10);
        Assert.Contains(recording.Header.Warnings, w => w.Contains("1250 Hz, was taken from the variable 'srate'"));
    }

    // Reference: file_readings.json; the time axis runs in steps of 1 ms.
    [Fact]
    public void A_time_axis_in_seconds_gives_the_rate()
    {
        using var recording = RecordingFile.Open(SharedData.Path("kramer_case_studies/LFP-1.mat"));
        Assert.Equal(1000, recording.Channels[0].SamplingRate);
        Assert.Equal(100, recording.Duration, 1e-9);
        var first = new double[3];
        recording.Read(0, 0, first);
        Assert.Equal([-0.043798445056159055, -0.3143661012483554, -0.6964600141594556], first);
    }

    [Fact]
    public void Several_equal_candidates_are_listed_and_one_can_be_named()
    {
        var path = SharedData.Path("kramer_case_studies/ECoG-1.mat");
        var complaint = Assert.Throws<BadInputException>(() => RecordingFile.Open(path));
        Assert.Contains("E1 (100 x 500, double)", complaint.Message);
        Assert.Contains("E2 (100 x 500, double)", complaint.Message);
        Assert.Contains("--variable NAME", complaint.Message);

        using var recording = RecordingFile.Open(path, new ReadingOptions { Variable = "E2" });
        Assert.Equal((100, 500L, 500.0),
            (recording.Channels.Count, recording.Channels[0].Samples, recording.Channels[0].SamplingRate));
        var first = new double[3];
        recording.Read(0, 0, first);
        Assert.Equal([0.3324608985701094, -0.05309557846479174, 0.32731277146914134], first);
    }

    [Fact]
    public void A_variable_that_is_not_there_is_refused_with_a_list()
    {
        var path = SharedData.Path("kramer_case_studies/EEG-4.mat");
        var complaint = Assert.Throws<BadInputException>(() =>
            RecordingFile.Open(path, new ReadingOptions { Variable = "LFP" }));
        Assert.Contains("there is no variable 'LFP'; the file holds", complaint.Message);
        Assert.Contains("EEG (8000 x 1, double)", complaint.Message);
    }

    [Fact]
    public void Without_a_rate_the_option_to_state_it_is_named()
    {
        var path = SharedData.Path("neurotycho_ecog/Session1_ECoG_ch1.mat");
        Assert.Contains("state it with --rate HZ",
            Assert.Throws<BadInputException>(() => RecordingFile.Open(path)).Message);
        using var recording = RecordingFile.Open(path, new ReadingOptions { SamplingRate = 1000 });
        Assert.Equal(1929.093, recording.Duration, 1e-9);
        Assert.Equal(-0.49830205179325204, recording.ReadAll(0).Average(), 1e-10);
    }

    // Reference: by construction, sample s of channel c is 10 c + s.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_longer_dimension_is_time_whichever_way_the_matrix_lies(bool channelsAreRows)
    {
        var (channels, samples) = (2, 5);
        var values = channelsAreRows
            ? Enumerable.Range(0, channels * samples).Select(i => (10.0 * (i % channels)) + (i / channels))
            : Enumerable.Range(0, channels * samples).Select(i => (10.0 * (i / samples)) + (i % samples));
        var w = new MatWriter();
        w.Add("x", w.Numbers("int16", channelsAreRows ? [channels, samples] : [samples, channels], [.. values]));
        w.Add("Fs", w.Scalar(250));
        using var recording = RecordingFile.Open(folder.Write("x.mat", w.ToArray()));
        Assert.Equal(["ch1", "ch2"], recording.Channels.Select(c => c.Name));
        Assert.Equal([0, 1, 2, 3, 4], recording.ReadAll(0));
        Assert.Equal([10, 11, 12, 13, 14], recording.ReadAll(1));
        var middle = new double[2];
        recording.Read(1, 2, middle);
        Assert.Equal([12, 13], middle);
    }

    [Fact]
    public void A_file_without_a_matrix_of_real_numbers_is_refused()
    {
        var w = new MatWriter();
        w.Add("z", w.Numbers("double", [1, 2], [1, 2], [3, 4])).Add("t", w.Text("text"));
        var complaint = Assert.Throws<BadInputException>(() => RecordingFile.Open(folder.Write("x.mat", w.ToArray())));
        Assert.Contains("z (1 x 2, complex double), t (1 x 4, char)", complaint.Message);
    }
}
