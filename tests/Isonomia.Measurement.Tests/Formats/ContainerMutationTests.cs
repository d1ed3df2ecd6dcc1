using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Tests.Formats.Fif;
using Isonomia.Measurement.Tests.Formats.Matlab;
using Isonomia.Measurement.Tests.Formats.Numpy;

namespace Isonomia.Measurement.Tests.Formats;

/// <summary>
/// Whatever is done to a file, it opens and can be read whole, or is refused with one message; what either costs in
/// memory is bounded by the file, not by what it claims. (HDF5 is left out: there a library not ours reads the bytes.)
/// </summary>
public sealed class ContainerMutationTests : IDisposable
{
    /// <summary>Files are of a few kilobytes; buffers for reading and inflating take the rest.</summary>
    private const long MostAllocated = 8 << 20;

    private static readonly int[] Extremes = [0, 1, -1, 2, 7, 255, 65_536, int.MaxValue, int.MinValue, 0x0E, 0x0F];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("npy", 1000, 1)]
    [InlineData("npz", 1000, 2)]
    [InlineData("mat", 1000, 3)]
    [InlineData("compressed mat", 1000, 4)]
    [InlineData("level 4 mat", 1000, 5)]
    [InlineData("set", 1000, 6)]
    [InlineData("fif", 1000, 7)]
    [InlineData("csv", 1000, 8)]
    [InlineData("spikes", 1000, 9)]
    public void A_mutated_file_opens_or_is_refused(string kind, int trials, int seed)
    {
        var (name, sound, finish) = Sound(kind);
        var random = new Random(seed);
        Try(name, finish(sound), mustOpen: true);
        var opened = 0;
        for (var trial = 0; trial < trials; trial++)
            opened += Try(name, finish(Mutate(sound, random)), mustOpen: false) ? 1 : 0;

        // Neither all nor none, or the trial tries nothing.
        Assert.InRange(opened, trials / 50, trials * 19 / 20);
    }

    private bool Try(string name, byte[] bytes, bool mustOpen)
    {
        var path = folder.Write(name, bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var opened = false;
        try
        {
            using var recording = RecordingFile.Open(path, new ReadingOptions { SamplingRate = 100 });
            opened = true;
            for (var c = 0; c < recording.Channels.Count; c++)
            {
                Assert.Equal(recording.Channels[c].Samples, recording.ReadAll(c).Length);
                Assert.Equal(recording.Channels[c].Samples, recording.RangesOf(c).Sum(r => (long)r.Count));
            }

            Assert.True(double.IsFinite(recording.Duration) && recording.Duration >= 0);
        }
        catch (BadInputException e)
        {
            Assert.False(mustOpen, e.Message);
            Assert.StartsWith(path, e.Message);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
        return opened;
    }

    private static (string Name, byte[] Bytes, Func<byte[], byte[]> Finish) Sound(string kind)
    {
        var w = new MatWriter();
        double[] samples = [.. Enumerable.Range(0, 60).Select(i => (double)i)];
        switch (kind)
        {
            case "npy":
                return ("x.npy", NpyWriter.Doubles("(30, 2)", samples), Same);
            case "npz":
                return ("x.npz", Zipped(NpyWriter.Doubles("(30, 2)", samples)), Same);
            case "mat" or "compressed mat":
                w.Add("x", w.Numbers("int16", [2, 30], samples)).Add("fs", w.Scalar(250)).Add("text", w.Text("note"))
                    .Add("s",
                        w.Structs(["a", "b"],
                            [w.Cell(w.Scalar(1), w.Text("c")), w.Numbers("double", [1, 2], [1, 2], [3, 4])]));
                return ("x.mat", w.ToArray(), kind == "mat" ? Same : Packed);
            case "level 4 mat":
                byte[] head = [.. Ints(0, 30, 2, 0, 2), (byte)'x', 0];
                return ("x.mat",
                    [.. head, .. samples.SelectMany(BitConverter.GetBytes), .. Ints(51, 1, 4, 0, 2), (byte)'t', 0,
                        .. "text"u8], Same);
            case "set":
                w.Add("EEG", w.Structs(["nbchan", "pnts", "trials", "srate", "xmin", "data", "chanlocs", "event"],
                [
                    w.Scalar(2), w.Scalar(30), w.Scalar(1), w.Scalar(100), w.Scalar(0),
                        w.Numbers("single", [2, 30], samples),
                    w.Structs(["labels", "theta", "radius"], [w.Text("Cz"), w.Scalar(0), w.Scalar(0)],
                        [w.Text("Oz"), w.Scalar(180), w.Scalar(0.5)]),
                    w.Structs(["type", "latency", "duration"], [w.Text("go"), w.Scalar(3), w.Scalar(0)],
                        [w.Text("boundary"), w.Scalar(10.5), w.Scalar(4)]),
                ]));
                return ("x.set", w.ToArray(), Same);
            case "fif":
                var f = new FifWriter().Info()
                    .Begin(3810).Tag(3568, 4, FifWriter.Floats(0, 0.1f)).Tag(3569, 4,
                        FifWriter.Floats(0, 0.1f)).Tag(206, 10, "a:b"u8.ToArray()).End(3810)
                    .Begin(102).Tag(208, 3, FifWriter.Ints(5)).Tag(300, 2, FifWriter.Shorts(new int[40])).Tag(301, 3,
                        FifWriter.Ints(1))
                    .Tag(300, 2, FifWriter.Shorts(new int[40])).End(102).End(100);
                return ("x.fif", f.ToArray(), Same);
            case "csv":
                return ("x.csv",
                    Encoding.UTF8.GetBytes("time,Cz (uV),Oz\n"
                        + string.Concat(samples.Select(s => $"{s / 100},{s * 3},-{s}e-1\n"))), Same);
            default:
                return ("x.csv",
                    Encoding.UTF8.GetBytes("unit,time\n" + string.Concat(samples.Select(s => $"{s % 3},{s / 7:F4}\n"))),
                        Same);
        }
    }

    private static byte[] Mutate(byte[] sound, Random random)
    {
        var bytes = sound.ToArray();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(bytes.Length);
            switch (random.Next(7))
            {
                case 0:
                    bytes = bytes[..Math.Max(1, at)];
                    break;
                case 1:
                    bytes = [.. bytes[..at], .. new byte[random.Next(1, 40)], .. bytes[at..]];
                    break;
                case 2:
                    bytes = [.. bytes[..at], .. bytes[Math.Min(bytes.Length - 1, at + random.Next(1, 40))..]];
                    break;
                case 3 when bytes.Length > at + 4:
                    BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at & ~3),
                        Extremes[random.Next(Extremes.Length)]);
                    break;
                case 4 when bytes.Length > at + 4:
                    BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at & ~3), Extremes[random.Next(Extremes.Length)]);
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return bytes;
    }

    private static byte[] Same(byte[] bytes) => bytes;

    /// <summary>
    /// All variables of a MAT file in one compressed element, so that what was mutated is found inside it.
    /// </summary>
    private static byte[] Packed(byte[] mat)
    {
        if (mat.Length <= 128)
            return mat;
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(mat.AsSpan(128));
        return [.. mat[..128], .. Ints(15, (int)packed.Length), .. packed.ToArray()];
    }

    private static byte[] Zipped(byte[] npy)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, level) in new[] { ("x", CompressionLevel.NoCompression),
                ("y", CompressionLevel.Optimal) })
            {
                using var entry = archive.CreateEntry(name + ".npy", level).Open();
                entry.Write(name == "x" ? npy : NpyWriter.Doubles("(3,)", [1, 2, 3]));
            }
        }

        return buffer.ToArray();
    }

    private static byte[] Ints(params int[] values) => [.. values.SelectMany(BitConverter.GetBytes)];
}
