using Isonomia.Measurement.Formats.Edf;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Synthesis;

namespace Isonomia.Bench;

/// <summary>
/// A day of 64 channels at 256 Hz (2.8 GB of EDF) measured in bounded memory, as a whole process. The day is a five-minute
/// individual over and over, which costs what a day costs.
/// </summary>
internal static class DayBench
{
    private const int Hours = 24;

    public static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("isonomia-bench-").FullName;
        try
        {
            var path = Path.Combine(folder, "day.edf");
            using (var made = new VirtualIndividual { Electrodes = ElectrodeSets.SixtyFour, SamplingRate = 256 }.Record().Recording)
            using (var day = OverAndOver(made))
                EdfWriter.Write(path, day);
            var (wall, processor, peak) = WholeProcess.Run("measure", path, "--out", Path.Combine(folder, "results"));
            Console.WriteLine($"day: {Hours} h x 64 channels x 256 Hz: {wall:0} s wall, {processor:0} s processor, {peak:0} MiB peak "
                + "(wanted: under 1024 MiB)");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Recording OverAndOver(Recording part)
    {
        var samples = (long)(Hours * 3600 * part.Channels[0].SamplingRate);
        return new Recording(
            new RecordingHeader("<day>", "memory", [.. part.Channels.Select(c => c with { Samples = samples })]),
            new TiledSource(part));
    }

    private sealed class TiledSource(Recording part) : ISampleSource
    {
        public void Read(int channel, long first, Span<double> destination)
        {
            var length = part.Channels[channel].Samples;
            while (destination.Length > 0)
            {
                var at = first % length;
                var count = (int)Math.Min(destination.Length, length - at);
                part.Read(channel, at, destination[..count]);
                destination = destination[count..];
                first += count;
            }
        }

        public void Dispose()
        {
        }
    }
}
