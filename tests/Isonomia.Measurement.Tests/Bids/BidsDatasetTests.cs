using Isonomia.Measurement.Bids;
using Isonomia.Measurement.Formats.Edf;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Tests.Formats;
using Isonomia.Measurement.Measuring;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Bids;

public sealed class BidsDatasetTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Recordings_are_found_in_folders_of_participants_and_sessions()
    {
        Record("sub-02/eeg/sub-02_task-rest_eeg.edf");
        Record("sub-01/ses-a/eeg/sub-01_ses-a_task-rest_eeg.edf");
        Record("sub-01/ses-a/ieeg/sub-01_ses-a_task-rest_ieeg.edf");
        Record("derivatives/other/sub-01/eeg/sub-01_task-rest_eeg.edf");
        Record("sub-01/ses-a/eeg/resting.edf");
        Write("sub-01/ses-a/eeg/sub-01_ses-a_task-rest_eeg.json", "{}");
        var dataset = BidsDataset.Open(Root);
        Assert.Equal(
            ["sub-01/ses-a/eeg/sub-01_ses-a_task-rest_eeg.edf", "sub-01/ses-a/ieeg/sub-01_ses-a_task-rest_ieeg.edf",
                "sub-02/eeg/sub-02_task-rest_eeg.edf"],
            dataset.Files.Select(f => f.Relative));
        Assert.Equal(["eeg", "ieeg", "eeg"], dataset.Files.Select(f => f.Datatype));
        Assert.Contains(dataset.Warnings, w => w.Contains("resting.edf"));
        Assert.Contains(dataset.Warnings, w => w.Contains("dataset_description.json"));
    }

    [Theory]
    [InlineData("sub-01/eeg/sub-02_eeg.edf", "another participant")]
    [InlineData("sub-01/meg/sub-01_split-01_meg.fif", "split")]
    [InlineData("sub-01/meg/sub-01_meg.sqd", ".sqd are not read")]
    public void What_cannot_be_measured_says_why(string path, string why)
    {
        Record(path);
        var dataset = BidsDataset.Open(Root);
        var error = Assert.Throws<BadInputException>(() => dataset.Open(dataset.Files.Single()));
        Assert.Contains(why, error.Message);
        Assert.Contains(Path.GetFileName(path), error.Message);
    }

    [Fact]
    public void Two_recordings_whose_results_would_have_one_name_are_both_refused()
    {
        Record("sub-01/eeg/sub-01_eeg.edf");
        Record("sub-01/eeg/sub-01_eeg.bdf");
        Assert.All(BidsDataset.Open(Root).Files, f => Assert.Contains("same name", f.WhyUnread));
    }

    // 85 mm above the middle of the head, 20 mm to its right and 10 mm in front of it, in either kind of axes.
    [Theory]
    [InlineData("CapTrak", "mm", "20\t10\t85")]
    [InlineData("CTF", "cm", "1\t-2\t8.5")]
    [InlineData("EEGLAB", "m", "0.01\t-0.02\t0.085")]
    public void Electrodes_are_where_the_table_and_its_coordinate_system_say(string system, string unit, string place)
    {
        Record("sub-01/eeg/sub-01_task-rest_eeg.edf");
        Write($"sub-01/eeg/sub-01_space-{Letters(system)}_electrodes.tsv", $"name\tx\ty\tz\nCz\t{place}\nPz\tn/a\tn/a\tn/a\n");
        Write($"sub-01/eeg/sub-01_space-{Letters(system)}_coordsystem.json",
            $$"""{"EEGCoordinateSystem": "{{system}}", "EEGCoordinateUnits": "{{unit}}"}""");
        using var recording = Only();
        var cz = recording.Channels[0].Position!.Value;
        Assert.Equal(0.02, cz.X, 1e-12);
        Assert.Equal(0.01, cz.Y, 1e-12);
        Assert.Equal(0.085, cz.Z, 1e-12);
        Assert.Null(recording.Channels[1].Position);
        Assert.Equal(3, recording.Header.Files.Count);
    }

    [Theory]
    [InlineData(null, "has no coordsystem.json")]
    [InlineData("""{"EEGCoordinateSystem": "Other", "EEGCoordinateUnits": "mm"}""", "the system 'Other', whose axes are not known")]
    [InlineData("""{"EEGCoordinateSystem": "CapTrak", "EEGCoordinateUnits": "n/a"}""", "'n/a' where m, cm or mm")]
    public void Places_that_cannot_be_understood_are_left_out_with_a_warning(string? system, string told)
    {
        Record("sub-01/eeg/sub-01_task-rest_eeg.edf");
        Write("sub-01/eeg/sub-01_electrodes.tsv", "name\tx\ty\tz\nCz\t0\t0\t85\n");
        if (system is not null)
            Write("sub-01/eeg/sub-01_coordsystem.json", system);
        using var recording = Only();
        Assert.Null(recording.Channels[0].Position);
        Assert.Contains(recording.Header.Warnings, w => w.Contains(told));
    }

    [Fact]
    public void The_most_specific_table_counts_and_keys_of_sidecars_add_up()
    {
        Record("sub-01/ses-a/eeg/sub-01_ses-a_task-rest_eeg.edf");
        Write("task-rest_channels.tsv", "name\ttype\tunits\nCz\tEOG\tuV\nPz\tEEG\tuV\n");
        Write("sub-01/sub-01_channels.tsv", "name\ttype\tunits\tstatus\tstatus_description\n"
            + "Cz\tECOG\tuV\tgood\tn/a\nPz\tEEG\tuV\tbad\tloose\n");
        Write("task-rest_eeg.json", """{"SamplingFrequency": 100, "A": 1}""");
        Write("sub-01/ses-a/eeg/sub-01_ses-a_task-rest_eeg.json", """{"SamplingFrequency": 500}""");
        using var recording = Only();
        Assert.Equal([ChannelType.Ecog, ChannelType.Eeg], recording.Channels.Select(c => c.Type));
        Assert.Equal([null, "marked as bad in channels.tsv: loose"], recording.Channels.Select(c => c.MarkedBad));
        Assert.Contains(recording.Header.Warnings, w => w.Contains("SamplingFrequency of 500 Hz, the recording 100 Hz"));
        Assert.Equal(4, recording.Header.Files.Count);
    }

    [Fact]
    public void A_channel_marked_as_bad_is_set_aside_unless_screening_is_off()
    {
        Record("sub-01/eeg/sub-01_eeg.edf");
        Write("sub-01/eeg/sub-01_channels.tsv", "name\ttype\tunits\tstatus\nCz\tEEG\tuV\tgood\nPz\tEEG\tuV\tbad\n");
        using var recording = Only();
        var settings = RecordingMeasurer.DefaultSettings;
        Assert.Equal([null, "marked as bad in channels.tsv"], Preprocessor.Prepare(recording, settings).WhyBad);
        Assert.Equal([null, null], Preprocessor.Prepare(
            recording, settings.With("preprocessing.bad_channels", "off")).WhyBad);
    }

    [Fact]
    public void Events_come_from_the_table_and_lie_within_the_recording()
    {
        Record("sub-01/eeg/sub-01_task-go_eeg.edf");
        Write("sub-01/eeg/sub-01_task-go_events.tsv",
            "onset\tduration\ttrial_type\tvalue\n2.5\t0.5\tgo\t7\n1\tn/a\tn/a\t9\nn/a\t1\tlost\t1\n1000\t1\tlate\t1\n");
        using var recording = Only();
        Assert.Equal([new(1, 0, "9"), new(2.5, 0.5, "go")], recording.Events);
        Assert.Contains(recording.Header.Warnings, w => w.Contains("without onset"));
        Assert.Contains(recording.Header.Warnings, w => w.Contains("outside the recording"));
    }

    [Theory]
    [InlineData("sub-01_events.tsv", "onset\tduration\nnow\t1\n", "row 1, column onset: 'now'")]
    [InlineData("sub-01_events.tsv", "onset\n1\n", "no column 'duration'")]
    [InlineData("sub-01_channels.tsv", "name\ttype\nCz\n", "line 2 has 1 fields")]
    [InlineData("sub-01_channels.tsv", "name\tname\nCz\tPz\n", "two columns are named 'name'")]
    [InlineData("sub-01_eeg.json", "{\n\"A\": }", "line 2: this is not valid JSON")]
    [InlineData("sub-01_eeg.json", "[1]", "JSON object")]
    public void A_broken_description_is_refused_by_file_and_place(string name, string text, string expected)
    {
        Record("sub-01/eeg/sub-01_eeg.edf");
        Write("sub-01/eeg/" + name, text);
        var error = Assert.Throws<BadInputException>(() => Only());
        Assert.Contains(expected, error.Message);
        Assert.Contains(name, error.Message);
    }

    [Fact]
    public void Participants_are_known_by_column_with_or_without_prefix()
    {
        Record("sub-01/eeg/sub-01_eeg.edf");
        Write("participants.tsv", "\uFEFFparticipant_id\tage\tgroup\r\nsub-01\t30\tn/a\r\n02\tn/a\tpatient\r\n");
        var people = BidsDataset.Open(Root).Participants;
        Assert.Equal("30", Assert.Single(people.Column("age")).Value);
        Assert.Equal("sub-02", Assert.Single(people.Column("group")).Key);
        Assert.Contains("did you mean 'group'?", Assert.Throws<BadInputException>(() => people.Column("gruop")).Message);
    }

    [Fact]
    public void A_derivative_or_a_folder_without_recordings_is_refused()
    {
        Write("dataset_description.json", """{"Name":"x","DatasetType":"derivative"}""");
        Assert.True(BidsDataset.IsAt(Root));
        Assert.Contains("'derivative'", Assert.Throws<BadInputException>(() => BidsDataset.Open(Root)).Message);
        Write("dataset_description.json", """{"Name":"x"}""");
        Assert.Contains("no recording", Assert.Throws<BadInputException>(() => BidsDataset.Open(Root)).Message);
    }

    [Theory]
    [InlineData("eegmmidb_S001/S001R01.edf", "eeg", "sub-01_task-rest_eeg.edf", 64)]
    [InlineData("unicorn_eyes_open_closed/sub01_eyes_open.bdf", "eeg", "sub-01_task-rest_eeg.bdf", 8)]
    [InlineData("fif_mne/test_elekta_3ch_raw.fif", "meg", "sub-01_task-rest_meg.fif", 4)]
    public void A_real_recording_in_a_data_set_is_the_recording(string source, string datatype, string name, int channels)
    {
        var path = Path.Combine(Root, "sub-01", datatype, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(SharedData.Path(source), path);
        using var direct = Isonomia.Measurement.Formats.RecordingFile.Open(path);
        using var recording = Only();
        Assert.Equal(channels, recording.Channels.Count);
        Assert.Equal(direct.Channels, recording.Channels);
        Assert.Equal(direct.ReadAll(0), recording.ReadAll(0));
    }

    private string Root => Path.GetDirectoryName(folder.PathOf("x"))!;

    private Recording Only()
    {
        var dataset = BidsDataset.Open(Root);
        return dataset.Open(dataset.Files.Single());
    }

    private void Write(string relative, string text)
    {
        var path = Path.Combine(Root, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private void Record(string relative)
    {
        var path = Path.Combine(Root, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var recording = TestRecordings.Of(null,
            ("Cz", "uV", 100, TestRecordings.Walk(1000, 1)), ("Pz", "uV", 100, TestRecordings.Walk(1000, 2)));
        EdfWriter.Write(path, recording);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
