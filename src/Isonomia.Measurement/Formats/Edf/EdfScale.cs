using System.Buffers.Binary;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Edf;

/// <summary>How samples of one channel become 16-bit integers.</summary>
/// <param name="PhysicalMinimum">What -32768 stands for, as the header writes it.</param>
/// <param name="PhysicalMaximum">What 32767 stands for.</param>
internal sealed record EdfScale(string PhysicalMinimum, string PhysicalMaximum)
{
    private const int Block = 1 << 16;

    private static readonly EdfScale Identity = new($"{short.MinValue}", $"{short.MaxValue}");

    private readonly double minimum = EdfNumber.Parse(PhysicalMinimum);
    private readonly double gain =
        (EdfNumber.Parse(PhysicalMaximum) - EdfNumber.Parse(PhysicalMinimum)) / (short.MaxValue - short.MinValue);

    /// <summary>
    /// Fits scales to what the channels hold: one unit a step if all samples are integers of 16 bits, so that nothing
    /// is lost; otherwise the channel's own range, in 65,535 steps.
    /// </summary>
    /// <exception cref="ArgumentException">A sample is not a finite number.</exception>
    public static EdfScale[] Fit(Recording recording)
    {
        var channels = recording.Channels;
        var ranges = channels.Select(_ => (Least: double.PositiveInfinity, Most: double.NegativeInfinity)).ToArray();
        var areShort = channels.Select(_ => true).ToArray();
        var read = new long[channels.Count];
        var block = new double[Block];
        // Block by block through time, as all sources like to be read.
        var seconds = channels.Count == 0 ? 0 : Block / channels.Max(c => c.SamplingRate);
        for (var step = 1; channels.Index().Any(c => read[c.Index] < c.Item.Samples); step++)
        {
            for (var c = 0; c < channels.Count; c++)
            {
                var due = (long)Math.Ceiling(step * seconds * channels[c].SamplingRate);
                var part = block.AsSpan(0, (int)Math.Min(Block, Math.Min(due, channels[c].Samples) - read[c]));
                recording.Read(c, read[c], part);
                read[c] += part.Length;
                foreach (var value in part)
                {
                    if (!double.IsFinite(value))
                    {
                        throw new ArgumentException(
                            $"channel {channels[c].Name} holds {value}, which EDF cannot", nameof(recording));
                    }

                    areShort[c] &= value == (short)value;
                    ranges[c] = (Math.Min(ranges[c].Least, value), Math.Max(ranges[c].Most, value));
                }
            }
        }

        return [.. ranges.Zip(areShort, (range, isShort) => isShort ? Identity : Range(range.Least, range.Most))];
    }

    /// <summary>Quantises samples, two bytes each, to within half a step.</summary>
    public void Encode(ReadOnlySpan<double> samples, Span<byte> bytes)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            var digital = Math.Round((samples[i] - minimum) / gain) + short.MinValue;
            BinaryPrimitives.WriteInt16LittleEndian(
                bytes[(2 * i)..], (short)Math.Clamp(digital, short.MinValue, short.MaxValue));
        }
    }

    private static EdfScale Range(double least, double most)
    {
        var (low, high) = (EdfNumber.Below(least), EdfNumber.Above(most));
        return low == high
            ? new EdfScale(low, EdfNumber.Above(least + Math.Max(Math.Abs(least), 1e-3) * 1e-3))
            : new EdfScale(low, high);
    }
}
