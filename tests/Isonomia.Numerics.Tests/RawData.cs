using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Isonomia.Tests;

namespace Isonomia.Numerics.Tests;

/// <summary>Just enough reading of real recordings to test numerics on them; the real readers are elsewhere.</summary>
internal static class RawData
{
    /// <summary>float32, channel by channel within a sample: EEGLAB's .fdt, in microvolts.</summary>
    public static double[][] Fdt(string relative, int channels)
    {
        var values = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(SharedData.Path(relative)));
        var signals = new double[channels][];
        for (var c = 0; c < channels; c++)
        {
            signals[c] = new double[values.Length / channels];
            for (var i = 0; i < signals[c].Length; i++)
                signals[c][i] = values[(i * channels) + c];
        }

        return signals;
    }

    /// <summary>A BDF whose signals have one rate and no Status channel, in physical units.</summary>
    public static double[][] Bdf(string relative)
    {
        var bytes = File.ReadAllBytes(SharedData.Path(relative));
        var header = Encoding.Latin1.GetString(bytes, 0, (int)Number(Encoding.Latin1.GetString(bytes, 184, 8)));
        var records = (int)Number(header[236..244]);
        var channels = (int)Number(header[252..256]);
        var perRecord = (int)Field(216, 8, 0);
        var signals = new double[channels][];
        for (var c = 0; c < channels; c++)
        {
            signals[c] = new double[records * perRecord];
            var (low, high) = (Field(104, 8, c), Field(112, 8, c));
            var (digitalLow, digitalHigh) = (Field(120, 8, c), Field(128, 8, c));
            var gain = (high - low) / (digitalHigh - digitalLow);
            for (var i = 0; i < signals[c].Length; i++)
            {
                var sample = (((i / perRecord * channels) + c) * perRecord) + (i % perRecord);
                var at = header.Length + (3 * sample);
                var raw = bytes[at] | (bytes[at + 1] << 8) | ((sbyte)bytes[at + 2] << 16);
                signals[c][i] = ((raw - digitalLow) * gain) + low;
            }
        }

        return signals;

        double Field(int offset, int width, int channel) =>
            Number(header.Substring(256 + (offset * channels) + (width * channel), width));
    }

    /// <summary>A one-dimensional NPY array of float64 or int16.</summary>
    public static double[] Npy(string relative)
    {
        var bytes = File.ReadAllBytes(SharedData.Path(relative));
        var start = 10 + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8));
        var header = Encoding.Latin1.GetString(bytes, 0, start);
        if (header.Contains("'<i2'", StringComparison.Ordinal))
            return [.. MemoryMarshal.Cast<byte, short>(bytes.AsSpan(start)).ToArray().Select(v => (double)v)];
        Assert.Contains("'<f8'", header, StringComparison.Ordinal);
        return MemoryMarshal.Cast<byte, double>(bytes.AsSpan(start)).ToArray();
    }

    /// <summary>Largest |a - b| over the largest |b|.</summary>
    public static double RelativeDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Assert.Equal(b.Length, a.Length);
        var (distance, scale) = (0.0, 0.0);
        for (var i = 0; i < b.Length; i++)
        {
            distance = Math.Max(distance, Math.Abs(a[i] - b[i]));
            scale = Math.Max(scale, Math.Abs(b[i]));
        }

        return distance / scale;
    }

    private static double Number(string field) => double.Parse(field.Trim());
}
