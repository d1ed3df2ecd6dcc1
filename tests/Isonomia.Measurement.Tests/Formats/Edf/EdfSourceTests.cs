using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Tests.Formats.Edf;

public class EdfSourceTests
{
    private static readonly int[] Samples = [50, 7, 1, 2000];

    private static int Value(int channel, int sample) => (channel * 7919 + sample * 31) % 30000 - 15000;

    private static EdfBuilder Made(bool isBdf)
    {
        var made = new EdfBuilder { IsBdf = isBdf };
        foreach (var samples in Samples)
            made.Signal($"E{samples}", samples);
        for (var r = 0; r < 40; r++)
            made.Record([.. Samples.Select((n, c) => Enumerable.Range(r * n, n).Select(s => Value(c, s)).ToArray())]);
        return made;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_span_of_any_channel_is_the_same_however_it_is_reached(bool isBdf)
    {
        // Random spans in random order, of one channel or of all: both the kept window and direct reading are met.
        using var recording = Made(isBdf).Open();
        var random = new Random(1);
        for (var trial = 0; trial < 500; trial++)
        {
            var channel = random.Next(Samples.Length);
            for (var step = random.Next(1, 5); step > 0; step--)
            {
                var total = (int)recording.Channels[channel].Samples;
                var first = random.Next(total);
                var span = new double[random.Next(total - first + 1)];
                recording.Read(channel, first, span);
                for (var i = 0; i < span.Length; i++)
                    Assert.Equal(Value(channel, first + i), span[i]);
                if (random.Next(3) == 0)
                    channel = (channel + 1) % Samples.Length;
            }
        }
    }

    [Fact]
    public void A_record_too_long_for_memory_windows_is_read_in_pieces()
    {
        // One record of 2 x 5 million samples, 20 MB: larger than the window.
        const int Length = 5_000_000;
        var values = Enumerable.Range(0, Length).Select(i => i % 60000 - 30000).ToArray();
        using var recording = new EdfBuilder { Duration = "5000" }.Signal("Fz", Length).Signal("Cz", Length)
            .Record(values, values.Reverse().ToArray()).Open();
        var read = recording.ReadAll(1);
        for (var i = 0; i < Length; i++)
            Assert.True(read[i] == values[Length - 1 - i]);
        var few = new double[3];
        recording.Read(0, 4_999_997, few);
        Assert.Equal([values[^3], values[^2], values[^1]], few);
    }

    [Fact]
    public void Reading_past_the_end_is_the_callers_mistake()
    {
        using var recording = Made(false).Open();
        Assert.Throws<ArgumentOutOfRangeException>(() => recording.Read(2, 39, new double[2]));
    }

    [Fact]
    public void A_file_that_shrinks_while_it_is_read_is_bad_input()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, Made(false).Build());
            using var recording = Measurement.Formats.RecordingFile.Open(path);
            using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
                file.SetLength(5000);
            Assert.Contains("the file ended at byte",
                Assert.Throws<BadInputException>(() => recording.ReadAll(3)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
