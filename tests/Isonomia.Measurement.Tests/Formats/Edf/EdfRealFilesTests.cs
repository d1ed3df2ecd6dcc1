using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Formats.Edf;

public class EdfRealFilesTests
{
    public static TheoryData<string> Files =>
    [
        "biosemi_bdf/mne_test_biosemi_73ch_2048Hz.bdf",
        "biosemi_bdf/multiple_annotation_chans.bdf",
        "brainvision_eeguana/bv_export_edf+.edf",
        "eegmmidb_S001/S001R01.edf",
        "eegmmidb_S001/S001R02.edf",
        "sleepedf_short_psg/short_psg.edf",
        "unicorn_eyes_open_closed/sub01_eyes_closed.bdf",
        "unicorn_eyes_open_closed/sub01_eyes_open.bdf",
        "unicorn_eyes_open_closed/sub02_eyes_closed.bdf",
        "unicorn_eyes_open_closed/sub02_eyes_open.bdf",
        "unicorn_eyes_open_closed/sub04_eyes_closed.bdf",
        "unicorn_eyes_open_closed/sub04_eyes_open.bdf",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Reads_what_MNE_reads(string file)
    {
        using var recording = FileReadings.Open(file);
        FileReadings.Agree(file, recording);
        FileReadings.AgreeOnEvents(file, recording.Events.Where(e => !e.Description.All(char.IsAsciiDigit)));
        Assert.Equal(FileReadings.Start(file), recording.Header.Start);
    }

    [Fact]
    public void Slow_signals_keep_their_own_rate()
    {
        using var recording = FileReadings.Open("sleepedf_short_psg/short_psg.edf");
        Assert.Equal([100, 100, 100, 1, 1, 1, 1], recording.Channels.Select(c => c.SamplingRate));
        Assert.Equal([30000, 30000, 30000, 300, 300, 300, 300], recording.Channels.Select(c => c.Samples));
        // The first samples of the slow channels stand in the reference too: resampling keeps them.
        Assert.Equal(-482, recording.ReadAll(3)[0], 1e-9);
        Assert.Equal(3.552, recording.ReadAll(4)[0], 1e-9);
        Assert.Equal(37.20645161290321, recording.ReadAll(5)[0], 1e-9);
        Assert.Equal(920, recording.ReadAll(6)[0], 1e-9);
        Assert.Equal(300, recording.Duration);
        Assert.Equal(
            [ChannelType.Eeg, ChannelType.Eeg, ChannelType.Eog, ChannelType.Respiration, ChannelType.Emg],
            recording.Channels.Take(5).Select(c => c.Type));
        Assert.Equal((0.5, 100.0), (recording.Channels[0].HighPass!.Value, recording.Channels[0].LowPass!.Value));
    }

    [Fact]
    public void A_hypnogram_has_events_and_no_channels()
    {
        using var recording = FileReadings.Open("sleepedf_short_psg/SC4001EC-Hypnogram.edf");
        Assert.Empty(recording.Channels);
        // Sleep-EDF SC4001: 30630 s awake, then stages as scored; stage W begins the night.
        Assert.Equal(new RecordingEvent(0, 30630, "Sleep stage W"), recording.Events[0]);
        Assert.Equal(new RecordingEvent(30630, 120, "Sleep stage 1"), recording.Events[1]);
        Assert.Equal(new DateTime(1989, 4, 24, 16, 13, 0), recording.Header.Start);
        Assert.True(recording.Duration >= recording.Events[^1].Onset);
        Assert.Equal("EDF+C", recording.Header.Format);
    }

    [Fact]
    public void A_status_channel_gives_trigger_events_and_stays_a_channel()
    {
        using var recording = FileReadings.Open("biosemi_bdf/mne_test_biosemi_73ch_2048Hz.bdf");
        var status = recording.ReadAll(72);
        Assert.Equal(ChannelType.Stimulus, recording.Channels[72].Type);
        Assert.NotEmpty(recording.Events);
        foreach (var e in recording.Events)
        {
            var sample = (int)Math.Round(e.Onset * 2048);
            Assert.Equal(int.Parse(e.Description), (int)status[sample] & 0xFFFF);
            Assert.NotEqual(status[sample], status[sample - 1]);
        }
    }

    [Fact]
    public void A_noisy_trigger_channel_of_another_maker_gives_no_flood_of_events()
    {
        using var recording = FileReadings.Open("biosemi_bdf/multiple_annotation_chans.bdf");
        Assert.Equal(10, recording.Events.Count);
    }

    [Fact]
    public void An_event_that_outlasts_the_recording_is_cut_to_it_with_a_warning()
    {
        using var recording = FileReadings.Open("eegmmidb_S001/S001R01.edf");
        Assert.Equal([new RecordingEvent(0, 60, "T0")], recording.Events);
        var warning = Assert.Single(recording.Header.Warnings);
        Assert.Contains("events that reach beyond the recording were cut to it: 1", warning);
    }

    [Fact]
    public void A_file_damaged_by_line_ending_conversion_is_refused_at_its_first_inserted_byte()
    {
        var damaged = SharedData.Path("eegmmidb_S001/crlf_corrupted_original/S001R01.edf");
        var sound = File.ReadAllBytes(SharedData.Path("eegmmidb_S001/S001R01.edf"));
        var bytes = File.ReadAllBytes(damaged);
        // Behind the header, where the number of records was corrected in the sound copy.
        var first = 16896 + bytes.AsSpan(16896).CommonPrefixLength(sound.AsSpan(16896));
        var complaint = Assert.Throws<BadInputException>(() => { RecordingFile.Open(damaged); }).Message;
        Assert.Contains("line-ending conversion", complaint);
        Assert.Contains($"at byte {first} ", complaint);
        Assert.Equal((byte)'\r', bytes[first]);
    }
}
