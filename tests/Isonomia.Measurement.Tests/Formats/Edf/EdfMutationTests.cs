using System.Text;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Tests.Formats.Edf;

/// <summary>
/// Whatever is done to a file, it opens or is refused with one message, at a cost in memory that its size justifies.
/// </summary>
public class EdfMutationTests
{
    private static readonly string[] Nonsense =
    [
        "0", "-1", "99999999", "-9999999", "1e300", "1e-300", "NaN", "Infinity", "", "        ", "abc", "2.5", "256",
        "512", "1024", "\0\0\0\0", "65535", "0x10", "+", "-", ".", "EDF+D", "EDF+C", "EDF Annotations", "Status",
    ];

    private static byte[] Sound(bool isBdf)
    {
        var made = new EdfBuilder { IsBdf = isBdf, Reserved = (isBdf ? "BDF" : "EDF") + "+D" }
            .Signal("Cz", 16).Signal("Status", 4).Signal(isBdf ? "BDF Annotations" : "EDF Annotations", 24);
        for (var r = 0; r < 6; r++)
        {
            var annotations = $"+{r * 2}\x14\x14\0+{r}\x15" + "1\x14go\x14\0";
            made.Record(Enumerable.Range(r, 16).ToArray(), new[] { r, 0, r, 0 }, annotations);
        }

        return made.Build();
    }

    [Theory]
    [InlineData(false, 1200, 1)]
    [InlineData(true, 1200, 2)]
    public void A_mutated_file_opens_or_is_refused(bool isBdf, int trials, int seed)
    {
        var sound = Sound(isBdf);
        EdfBuilder.Open(sound).Dispose();
        var random = new Random(seed);
        var opened = 0;
        for (var trial = 0; trial < trials; trial++)
        {
            var bytes = Mutate(sound, random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                using var recording = EdfBuilder.Open(bytes);
                opened++;
                for (var c = 0; c < recording.Channels.Count; c++)
                {
                    Assert.DoesNotContain(recording.ReadAll(c), v => !double.IsFinite(v));
                    Assert.Equal(recording.Channels[c].Samples, recording.RangesOf(c).Sum(r => (long)r.Count));
                }
            }
            catch (BadInputException e)
            {
                Assert.NotEmpty(e.Message);
            }

            // The file has 1.6 KB, and .NET's exceptions and paths cost their share.
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        }

        // Neither all nor none, or the trial tries nothing.
        Assert.InRange(opened, trials / 20, trials * 19 / 20);
    }

    private static byte[] Mutate(byte[] sound, Random random)
    {
        var bytes = sound.ToArray();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            switch (random.Next(5))
            {
                case 0:
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes = bytes[..random.Next(1, bytes.Length)];
                    break;
                case 2:
                    var at = random.Next(bytes.Length);
                    bytes = [.. bytes[..at], .. new byte[random.Next(1, 40)], .. bytes[at..]];
                    break;
                default:
                    // A header field overwritten.
                    int[] general = [184, 192, 236, 244, 252];
                    var place = random.Next(2) == 0 ? general[random.Next(5)] : 256 + 8 * random.Next(96);
                    var text = Encoding.Latin1.GetBytes(Nonsense[random.Next(Nonsense.Length)].PadRight(8));
                    if (place + text.Length < bytes.Length)
                        text.CopyTo(bytes, place);
                    break;
            }

            if (bytes.Length == 0)
                return [0];
        }

        return bytes;
    }
}
