using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Tests.Formats.BrainVision;

public sealed class BrainVisionMarkerTests : IDisposable
{
    private readonly BrainVisionBuilder made = new() { Data = new byte[1000 * 4] };

    public void Dispose() => made.Dispose();

    [Fact]
    public void Positions_count_from_one_and_commas_are_unescaped()
    {
        made.Markers.AddRange(["Mk2=Stimulus,S\\1 10,251,125,0", "Mk3=Response,,1,0,2"]);
        using var recording = made.Open();
        Assert.Equal(
            [
                new RecordingEvent(0, 0.004, "New Segment/"), new RecordingEvent(0, 0, "Response/"),
                new RecordingEvent(1, 0.5, "Stimulus/S, 10"),
            ],
            recording.Events);
    }

    [Fact]
    public void A_pause_between_segments_is_a_gap_as_long_as_their_dates_say()
    {
        // 500 samples are 2 s; the second segment is dated 12 s after the first.
        made.Markers.AddRange(["Mk2=New Segment,,501,1,0,20240229120012500000", "Mk3=Stimulus,S1,751,1,0"]);
        using var recording = made.Open();
        Assert.Equal([new Stretch(0, 2), new Stretch(12, 2)], recording.Stretches);
        Assert.Equal([new SampleRange(0, 500), new SampleRange(500, 500)], recording.RangesOf(0));
        Assert.Equal([0.0, 12, 13], recording.Events.Select(e => e.Onset));
    }

    [Theory]
    [InlineData(",0")]
    [InlineData(",0,20240229110000500000")]
    [InlineData(",0,00000000000000000000")]
    public void Segments_whose_dates_say_nothing_follow_on_but_are_not_joined(string date)
    {
        made.Markers.Add("Mk2=New Segment,,501,1" + date);
        using var recording = made.Open();
        Assert.Equal([new Stretch(0, 2), new Stretch(2, 2)], recording.Stretches);
    }

    [Fact]
    public void Segmented_data_without_markers_are_cut_by_their_stated_length()
    {
        made.Common["SegmentDataPoints"] = "250";
        using var recording = made.Open();
        Assert.Equal([0.0, 1, 2, 3], recording.Stretches.Select(s => s.Onset));
    }

    [Fact]
    public void Markers_that_cannot_be_are_left_out_with_a_warning()
    {
        made.Markers.AddRange(["Mk2=Stimulus,S1,soon,1,0", "Mk3=Stimulus", "Mk4=Stimulus,S2,99999,1,0"]);
        using var recording = made.Open();
        Assert.Single(recording.Events);
        Assert.Equal(2, recording.Header.Warnings.Count);
        Assert.Contains("could not be read were left out: 2", recording.Header.Warnings[0]);
        Assert.Contains("outside the recording were left out: 1", recording.Header.Warnings[1]);
    }
}
