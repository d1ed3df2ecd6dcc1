namespace Isonomia.Measurement.Tests.Formats.Edf;

public class LineEndingDamageTests
{
    private static EdfBuilder Noise(bool isBdf = false)
    {
        var random = new Random(7);
        var made = new EdfBuilder { IsBdf = isBdf }.Signal("Cz", 256).Signal("Pz", 256);
        for (var r = 0; r < 20; r++)
            made.Record(Block(random), Block(random));
        return made;
    }

    // Walks of an EEG's size: all low bytes occur, high bytes are mostly 00 and FF.
    private static int[] Block(Random random)
    {
        var (samples, value) = (new int[256], 0.0);
        for (var i = 0; i < samples.Length; i++)
            samples[i] = (int)(value = value * 0.95 + (random.NextDouble() - 0.5) * 100);
        return samples;
    }

    private static byte[] Damage(byte[] bytes) =>
        [.. bytes.SelectMany(b => b == '\n' ? new byte[] { (byte)'\r', b } : [b])];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Plain_EDF_and_BDF_are_known_to_be_damaged_by_their_bytes_alone(bool isBdf)
    {
        var sound = Noise(isBdf).Build();
        EdfBuilder.Open(sound).Dispose();
        var damaged = Damage(sound);
        var complaint = EdfBuilder.Complaint(damaged);
        Assert.Contains("line-ending conversion", complaint);
        Assert.Contains($"at byte {sound.AsSpan().CommonPrefixLength(damaged)} ", complaint);
    }

    [Fact]
    public void Damage_is_seen_when_the_damaged_file_is_cut_to_whole_records_too()
    {
        var sound = Noise().Build();
        Assert.Contains("line-ending conversion", EdfBuilder.Complaint(Damage(sound)[..sound.Length]));
    }

    [Fact]
    public void A_few_insertions_are_known_by_the_length_they_add()
    {
        // One record with a single line feed in it: no statistics, but exactly one byte too many.
        var sound = new EdfBuilder().Signal("Cz").Record(new[] { 1, 10, 3, 4 }).Build();
        EdfBuilder.Open(sound).Dispose();
        var complaint = EdfBuilder.Complaint(Damage(sound));
        Assert.Contains("line-ending conversion", complaint);
        Assert.Contains("1 bytes longer than its header says", complaint);
    }

    [Fact]
    public void A_constant_signal_that_looks_like_line_endings_is_not_damage()
    {
        // 0x0A0D = 2573 in every sample: all 0A follow a 0D, but all at even bytes.
        var made = new EdfBuilder().Signal("Cz", 100).Record(Enumerable.Repeat(2573, 100).ToArray());
        using var recording = made.Open();
        Assert.Equal(2573, recording.ReadAll(0)[50]);
    }

    [Fact]
    public void Annotations_out_of_place_without_line_endings_are_refused_with_their_byte()
    {
        var made = new EdfBuilder { Reserved = "EDF+C" }.Signal("Cz").Signal("EDF Annotations", 8);
        for (var r = 0; r < 4; r++)
            made.Record(new[] { 1, 2, 3, 4 }, $"+{r}\x14\x14\0");
        var bytes = made.Build();
        // One byte lost within the second record, one gained at the end.
        byte[] shifted = [.. bytes[..(768 + 30)], .. bytes[(768 + 31)..], 0];
        var complaint = EdfBuilder.Complaint(shifted);
        Assert.Contains("annotations of data record 2 should begin at byte 800 with + or -", complaint);
    }

    [Fact]
    public void The_annotations_of_a_shifted_file_betray_line_endings_that_are_too_few_to_count()
    {
        var made = new EdfBuilder { Reserved = "EDF+C" }.Signal("Cz").Signal("EDF Annotations", 8);
        for (var r = 0; r < 4; r++)
            made.Record(new[] { 1, r == 1 ? 10 : 2, 3, 4 }, $"+{r}\x14\x14\0");
        var sound = made.Build();
        var complaint = EdfBuilder.Complaint(Damage(sound)[..sound.Length]);
        Assert.Contains("line-ending conversion", complaint);
        Assert.Contains("at byte 794 ", complaint);
    }

    [Fact]
    public void A_file_that_was_never_text_is_not_suspected()
    {
        // All 65,536 sample values once.
        var made = new EdfBuilder().Signal("Cz", 4096);
        for (var r = 0; r < 16; r++)
            made.Record(Enumerable.Range(r * 4096 - 32768, 4096).ToArray());
        using var recording = made.Open();
        Assert.Empty(recording.Header.Warnings);
        Assert.Equal(Enumerable.Range(-32768, 65536).Select(v => (double)v), recording.ReadAll(0));
    }
}
