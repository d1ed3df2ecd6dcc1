using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Tests.Formats.Edf;

public class EdfAnnotationTests
{
    private static EdfBuilder Plus(string kind, double[] onsets, string duration = "1")
    {
        var made = new EdfBuilder { Reserved = kind, Duration = duration }.Signal("Cz").Signal("EDF Annotations", 32);
        foreach (var (index, onset) in onsets.Index())
            made.Record(new[] { index, index, index, index }, $"+{onset}\x14\x14\0");
        return made;
    }

    [Fact]
    public void Gaps_of_a_discontinuous_file_stay_gaps()
    {
        using var recording = Plus("EDF+D", [0, 1, 5, 6, 7, 100.25]).Open();
        Assert.Equal([new Stretch(0, 2), new Stretch(5, 3), new Stretch(100.25, 1)], recording.Stretches);
        Assert.Equal([new SampleRange(0, 8), new SampleRange(8, 12), new SampleRange(20, 4)], recording.RangesOf(0));
        Assert.Equal(101.25, recording.Duration);
        Assert.Equal(6, recording.StoredSeconds);
        Assert.Equal("EDF+D", recording.Header.Format);
        Assert.Empty(recording.Header.Warnings);
    }

    [Fact]
    public void Rounded_time_stamps_make_no_gaps()
    {
        // Records of a third of a second, their onsets written to two decimals.
        using var recording = Plus("EDF+D", [0, 0.33, 0.67, 1, 1.33], "0.333333").Open();
        Assert.Single(recording.Stretches);
        Assert.Equal(5 * 0.333333, recording.Duration, 1e-12);
    }

    [Fact]
    public void A_fraction_of_a_second_in_the_first_record_moves_the_start_not_the_events()
    {
        using var recording = new EdfBuilder { Reserved = "EDF+D" }.Signal("Cz").Signal("EDF Annotations", 32)
            .Record(new int[4], "+0.5\x14\x14\0+0.75\x14go\x14\0").Record(new int[4], "+3.5\x14\x14\0").Open();
        Assert.Equal(new DateTime(1989, 4, 16, 16, 13, 0, 500), recording.Header.Start);
        Assert.Equal([new RecordingEvent(0.25, 0, "go")], recording.Events);
        Assert.Equal([0.0, 3.0], recording.Stretches.Select(s => s.Onset));
    }

    [Fact]
    public void Records_out_of_order_are_refused() =>
        Assert.Contains("data record 3 begins at 1 s", Plus("EDF+D", [0, 5, 1]).Complaint());

    [Fact]
    public void Overlapping_records_are_kept_apart_with_a_warning()
    {
        using var recording = Plus("EDF+D", [0, 0.5, 1.5]).Open();
        Assert.Equal([new Stretch(0, 1), new Stretch(0.5, 2)], recording.Stretches);
        Assert.Contains("begin before the one ahead of them ends: 1", Assert.Single(recording.Header.Warnings));
    }

    [Fact]
    public void A_discontinuous_record_without_a_time_is_refused()
    {
        var made = new EdfBuilder { Reserved = "EDF+D" }.Signal("Cz").Signal("EDF Annotations", 32)
            .Record(new int[4], "+0\x14\x14\0").Record(new int[4], "");
        Assert.Contains("data record 2 of this discontinuous file", made.Complaint());
        var none = new EdfBuilder { Reserved = "EDF+D" }.Signal("Cz").Record(new int[4]);
        Assert.Contains("no annotation signal", none.Complaint());
    }

    [Fact]
    public void A_continuous_file_whose_time_stamps_disagree_is_read_as_continuous_with_a_warning()
    {
        using var recording = Plus("EDF+C", [0, 1, 4, 5]).Open();
        Assert.Equal([new Stretch(0, 4)], recording.Stretches);
        var warning = Assert.Single(recording.Header.Warnings);
        Assert.Contains("data record 3 begins at 4 s instead of 2 s (records out of step: 2)", warning);
    }

    [Fact]
    public void Annotations_come_from_all_annotation_signals_with_their_durations_and_several_texts()
    {
        using var recording = new EdfBuilder { Reserved = "EDF+C" }
            .Signal("EDF Annotations", 32).Signal("Cz").Signal("EDF Annotations", 32)
            .Record(
                "+0\x14\x14\0+0.5\x15" + "0.25\x14spindle\x14K-complex\x14\0", new int[4], "+0.1\x14lights off\x14\0")
            .Record("+1\x14\x14started\x14\0", new int[4], "").Open();
        Assert.Equal(
            [
                new RecordingEvent(0.1, 0, "lights off"), new RecordingEvent(0.5, 0.25, "spindle"),
                new RecordingEvent(0.5, 0.25, "K-complex"), new RecordingEvent(1, 0, "started"),
            ],
            recording.Events);
        Assert.Equal(["Cz"], recording.Channels.Select(c => c.Name));
        Assert.Empty(recording.Header.Warnings);
    }

    [Fact]
    public void Texts_are_UTF_8_or_else_Latin_1()
    {
        using var recording = new EdfBuilder { Reserved = "EDF+C" }.Signal("Cz").Signal("EDF Annotations", 40)
            .Record(new int[4], "+0\x14\x14\0+0\x14" + "\u00C3\u00A4\x14\0+0.1\x14" + "\u00E4\x14\0").Open();
        Assert.Equal(["\u00E4", "\u00E4"], recording.Events.Select(e => e.Description));
    }

    [Fact]
    public void Entries_that_cannot_be_read_are_counted_not_fatal()
    {
        using var recording = new EdfBuilder { Reserved = "EDF+C" }.Signal("Cz").Signal("EDF Annotations", 32)
            .Record(new int[4], "+0\x14\x14\0nonsense\0+0.5\x14good\x14\0+x\x14" + "bad\x14\0").Open();
        Assert.Equal(["good"], recording.Events.Select(e => e.Description));
        Assert.Contains("could not be read were left out: 2", Assert.Single(recording.Header.Warnings));
    }

    [Fact]
    public void Empty_annotation_signals_of_a_continuous_file_do_no_harm()
    {
        using var recording = new EdfBuilder { Reserved = "BDF+C", IsBdf = true }
            .Signal("Cz").Signal("BDF Annotations", 8).Record(new int[4], "").Record(new int[4], "").Open();
        Assert.Equal(2, recording.Duration);
        Assert.Contains("without a time stamp", Assert.Single(recording.Header.Warnings));
    }

    [Fact]
    public void An_annotation_in_the_place_of_a_time_stamp_moves_nothing()
    {
        using var recording = new EdfBuilder { Reserved = "EDF+C" }.Signal("Cz").Signal("EDF Annotations", 32)
            .Record(new int[4], "+0.75\x14go\x14\0").Record(new int[4], "+1.5\x14stop\x14\0").Open();
        Assert.Equal([0.75, 1.5], recording.Events.Select(e => e.Onset));
        Assert.Equal(0, recording.Header.Start!.Value.Millisecond);
    }

    [Fact]
    public void Records_of_annotations_alone_need_not_follow_one_another()
    {
        using var recording = new EdfBuilder { Reserved = "EDF+C", Duration = "0" }.Signal("EDF Annotations", 32)
            .Record("+0\x14\x14\0+10\x14" + "a\x14\0").Record("+30\x14\x14\0+40\x14" + "b\x14\0").Open();
        Assert.Equal([10.0, 40], recording.Events.Select(e => e.Onset));
        Assert.Empty(recording.Header.Warnings);
    }

    [Fact]
    public void Events_outside_the_recording_are_left_out_with_a_warning()
    {
        using var recording = new EdfBuilder { Reserved = "EDF+C" }.Signal("Cz").Signal("EDF Annotations", 40)
            .Record(new int[4], "+0\x14\x14\0-5\x14" + "before\x14\0+0.5\x14in\x14\0+1\x14" + "after\x14\0").Open();
        Assert.Equal(["in"], recording.Events.Select(e => e.Description));
        Assert.Contains("left out: 2", Assert.Single(recording.Header.Warnings));
    }

    [Fact]
    public void Triggers_are_the_low_16_bits_of_the_status_words_where_they_leave_rest()
    {
        // Rest is 0xFF00, as where the upper eight inputs are not connected; bit 20 says that the electrodes are in
        // range.
        const int Idle = 0x10FF00;
        using var recording = new EdfBuilder { IsBdf = true }.Signal("Cz", 10).Signal("Status", 10)
            .Record(new int[10], new[] { Idle, Idle, Idle + 5, Idle + 5, Idle, Idle, Idle, Idle + 7, Idle + 5, Idle })
            .Open();
        Assert.Equal(
            [
                new RecordingEvent(0.2, 0, $"{0xFF05}"), new RecordingEvent(0.7, 0, $"{0xFF07}"),
                new RecordingEvent(0.8, 0, $"{0xFF05}"),
            ],
            recording.Events);
        // The channel keeps 17 bits, as MNE does.
        Assert.Equal(0xFF05, recording.ReadAll(1)[2]);
    }
}
