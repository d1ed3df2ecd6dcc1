using Isonomia.Measurement.Formats.Edf.Kernels;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Edf;

/// <summary>
/// Samples of an EDF or BDF file, decoded as they are asked for. Asked for the same span channel after channel, it
/// keeps that span's records in memory; asked for one channel after itself, it reads that channel's bytes alone.
/// </summary>
internal sealed class EdfSource(EdfHeader header, BlockFile file) : ISampleSource
{
    /// <summary>The bits of a trigger word that hold triggers; MNE keeps the same 17.</summary>
    private const int TriggerBits = (1 << 17) - 1;

    /// <summary>Samples read at once from a record too long to read whole.</summary>
    private const int Piece = 1 << 18;

    private readonly bool isBdf = header.SampleBytes == 3;
    private readonly RecordParts parts = new(file);
    private int lastAbsent = -1;
    private bool isShared;

    /// <inheritdoc/>
    public void Read(int channel, long first, Span<double> destination)
    {
        if (destination.IsEmpty)
            return;
        var signal = header.Ordinary[channel];
        var firstRecord = first / signal.SamplesPerRecord;
        var endRecord = (first + destination.Length - 1) / signal.SamplesPerRecord + 1;
        var skip = (int)(first - firstRecord * signal.SamplesPerRecord);
        if (file.Holds(firstRecord, endRecord))
        {
            isShared |= channel != lastAbsent;
            FromWindow(signal, firstRecord, skip, destination);
        }
        else if ((isShared || channel != lastAbsent) && file.Fits(endRecord - firstRecord))
        {
            (lastAbsent, isShared) = (channel, false);
            file.Load(firstRecord, endRecord);
            FromWindow(signal, firstRecord, skip, destination);
        }
        else
        {
            (lastAbsent, isShared) = (channel, false);
            FromFile(signal, firstRecord, skip, destination);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private void FromWindow(EdfSignal signal, long record, int skip, Span<double> destination)
    {
        for (; destination.Length > 0; record++)
        {
            var count = Math.Min(signal.SamplesPerRecord - skip, destination.Length);
            var bytes = file.Bytes(
                record, signal.Offset + (long)skip * header.SampleBytes, count * header.SampleBytes);
            Decode(signal, bytes, destination[..count]);
            destination = destination[count..];
            skip = 0;
        }
    }

    private void FromFile(EdfSignal signal, long record, int skip, Span<double> destination)
    {
        var end = record + (skip + (long)destination.Length) / signal.SamplesPerRecord;
        while (destination.Length > 0)
        {
            var count = Math.Min(Math.Min(signal.SamplesPerRecord - skip, destination.Length), Piece);
            var offset = signal.Offset + (long)skip * header.SampleBytes;
            var bytes = parts.Of(record, Math.Max(end, record + 1), offset, count * header.SampleBytes);
            Decode(signal, bytes, destination[..count]);
            destination = destination[count..];
            skip += count;
            if (skip == signal.SamplesPerRecord)
                (record, skip) = (record + 1, 0);
        }
    }

    private void Decode(EdfSignal signal, ReadOnlySpan<byte> bytes, Span<double> destination)
    {
        if (!isBdf)
        {
            SampleDecoding.FromInt16(bytes, signal.Gain, signal.Zero, destination);
        }
        else if (!signal.IsTrigger)
        {
            SampleDecoding.FromInt24(bytes, signal.Gain, signal.Zero, destination);
        }
        else
        {
            SampleDecoding.FromInt24(bytes, 1, 0, destination);
            foreach (ref var word in destination)
                word = (int)word & TriggerBits;
        }
    }
}
