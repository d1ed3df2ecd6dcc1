namespace Isonomia.Measurement.Tests.Formats.Edf;

public class EdfExtentTests
{
    private static EdfBuilder Three(string? stated = null)
    {
        var made = new EdfBuilder { Records = stated, Duration = "0.5" }.Signal("Cz").Signal("Pz", 2);
        for (var r = 0; r < 3; r++)
            made.Record(new[] { r, r, r, r }, new[] { 10 + r, 10 + r });
        return made;
    }

    [Theory]
    // A record has 12 bytes and lasts half a second.
    [InlineData(12, 2, "1 records, 0.5 s, 12 bytes")]
    [InlineData(1, 2, "1 records, 0.5 s, 1 bytes")]
    [InlineData(11, 2, "1 records, 0.5 s, 11 bytes")]
    [InlineData(13, 1, "2 records, 1 s, 13 bytes")]
    [InlineData(24, 1, "2 records, 1 s, 24 bytes")]
    public void A_file_cut_short_is_read_to_its_last_whole_record(int lost, int kept, string missing)
    {
        using var recording = EdfBuilder.Open(Three().Build()[..^lost]);
        Assert.Equal(kept * 4, recording.Channels[0].Samples);
        Assert.Equal(kept * 2, recording.Channels[1].Samples);
        Assert.Equal(kept * 0.5, recording.Duration);
        Assert.Equal(kept - 1, recording.ReadAll(0)[^1]);
        var warning = Assert.Single(recording.Header.Warnings);
        Assert.Contains($"it holds {kept} of 3 data records; missing at the end: {missing}", warning);
    }

    [Fact]
    public void A_file_cut_anywhere_opens_or_says_that_it_is_cut_short()
    {
        var whole = Three().Build();
        for (var length = 1; length < whole.Length; length++)
        {
            if (length >= whole.Length - 24)
            {
                EdfBuilder.Open(whole[..length]).Dispose();
                continue;
            }

            var complaint = EdfBuilder.Complaint(whole[..length]);
            Assert.True(length < 8 || complaint.Contains("is cut short"), complaint);
        }
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    public void An_unknown_number_of_records_is_inferred(string stated)
    {
        using var recording = Three(stated).Open();
        Assert.Equal(12, recording.Channels[0].Samples);
        Assert.Contains("the file holds 3", Assert.Single(recording.Header.Warnings));
    }

    [Fact]
    public void An_unfinished_record_after_an_unknown_number_is_left_out()
    {
        using var recording = EdfBuilder.Open(Three("-1").Build()[..^5]);
        Assert.Equal(8, recording.Channels[0].Samples);
        Assert.Contains(recording.Header.Warnings, w => w.Contains("it has 7 of 12 bytes"));
    }

    [Fact]
    public void More_data_than_the_header_accounts_for_are_refused() => Assert.Contains(
        "2 data records of 12 bytes are stated, but 12 bytes more follow them", Three("2").Complaint());

    [Fact]
    public void Zeros_after_the_last_record_are_padding()
    {
        using var recording = EdfBuilder.Open([.. Three().Build(), .. new byte[5000]]);
        Assert.Equal(12, recording.Channels[0].Samples);
        Assert.Contains("5000 bytes of padding", Assert.Single(recording.Header.Warnings));
    }

    [Fact]
    public void A_file_without_a_record_is_refused() =>
        Assert.Contains("no data records", new EdfBuilder().Signal("Cz").Complaint());
}
