using Isonomia.Measurement.Recordings;
using Microsoft.Win32.SafeHandles;

namespace Isonomia.Measurement.Formats.Edf;

/// <summary>
/// Reads headers of EDF (Kemp et al. 1992, doi:10.1016/0013-4694(92)90009-7), EDF+ (Kemp &amp; Olivan 2003,
/// doi:10.1016/S1388-2457(03)00123-8) and BDF (BioSemi's 24-bit variant): strict where a wrong value would give wrong
/// samples, lenient where it would not.
/// </summary>
internal static class EdfHeaderReader
{
    private const double LongestRecord = 1e8;
    private const double HighestRate = 1e9;

    /// <summary>Field widths of the signal part, in the order of the fields.</summary>
    private static readonly int[] Widths = [16, 80, 8, 8, 8, 8, 8, 80, 8, 32];

    /// <summary>Sums of the widths before each field.</summary>
    private static readonly int[] Before = [0, 16, 96, 104, 112, 120, 128, 136, 216, 224];

    private enum Field
    {
        Label,
        Transducer,
        Dimension,
        PhysicalMinimum,
        PhysicalMaximum,
        DigitalMinimum,
        DigitalMaximum,
        Prefiltering,
        Samples,
        Reserved,
    }

    /// <summary>Whether the file begins as an EDF or BDF file does.</summary>
    public static bool Recognises(FileHead head) => IsBdf(head.Bytes.Span) || IsMangledBdf(head.Bytes.Span)
        || IsEdf(head.Bytes.Span) && (head.Extension is ".edf" or ".rec" || IsHeaderText(head.Bytes.Span));

    /// <summary>Reads the header.</summary>
    /// <exception cref="BadInputException">It contradicts itself or the file's length.</exception>
    public static EdfHeader Read(string path, SafeFileHandle file, long length)
    {
        var file0 = new BlockFile(path, file, 0, 256);
        var fixedPart = new byte[(int)Math.Min(256, length)];
        file0.Read(0, 0, fixedPart);
        if (IsMangledBdf(fixedPart))
        {
            throw new BadInputException(path, "the file was damaged by a conversion as text: its first byte FF has "
                + "become a UTF-8 sequence, and so have others in the samples. Get the original again, as binary");
        }

        if (length < 256)
        {
            throw new BadInputException(path, $"the file is cut short: it has {length} bytes, and the first part of an "
                + "EDF header alone has 256");
        }

        var fields = new EdfFields(path, fixedPart);
        var isBdf = IsBdf(fixedPart);
        var count = fields.Whole(252, 4, "number of signals");
        if (count <= 0)
            throw fields.Complaint(252, 4, "number of signals", "at least 1");
        var bytes = 256 * (count + 1);
        if (fields.Whole(184, 8, "number of bytes in the header") != bytes)
        {
            throw new BadInputException(path, $"the header contradicts itself: it states its own length as "
                + $"{fields.Text(184, 8)} bytes, but its {count} signals take {bytes}");
        }

        if (bytes > length)
        {
            throw new BadInputException(path, $"the file is cut short within its header: {count} signals take a header "
                + $"of {bytes} bytes, but the file has only {length}");
        }

        var records = fields.Whole(236, 8, "number of data records");
        if (records < -1)
            throw fields.Complaint(236, 8, "number of data records", "a count, or -1 for unknown");

        var duration = fields.Number(244, 8, "duration of a data record");
        var whole = new byte[bytes];
        file0.Read(0, 0, whole);
        var signals = Signals(path, new EdfFields(path, whole), (int)count, isBdf ? 3 : 2);
        if (duration < 0 || duration == 0 && signals.Any(s => !s.IsAnnotation))
            throw fields.Complaint(244, 8, "duration of a data record", "more than zero seconds");
        var isTooFast = signals.Any(s => !s.IsAnnotation && s.SamplesPerRecord / duration > HighestRate);
        if (duration > LongestRecord || isTooFast)
        {
            throw fields.Complaint(
                244, 8, "duration of a data record", "a time in seconds that gives sampling rates of this world");
        }

        return new EdfHeader(
            Variant(fields.Text(192, 44), isBdf), isBdf ? 3 : 2, EdfDates.Start(fields), records, duration, signals);
    }

    private static EdfSignal[] Signals(string path, EdfFields fields, int count, int sampleBytes)
    {
        var signals = new EdfSignal[count];
        var offset = 0L;
        for (var i = 0; i < count; i++)
        {
            var label = Text(Field.Label);
            var who = $"signal {i + 1} ({FileText.Printable(label)})";
            var samples = fields.Whole(At(Field.Samples), 8, $"number of samples in each data record of {who}");
            if (samples is <= 0 or > int.MaxValue)
            {
                throw fields.Complaint(
                    At(Field.Samples), 8, $"number of samples in each data record of {who}", "at least 1");
            }

            // The ranges of annotation signals scale nothing; what stands there does no harm.
            var (pMin, pMax, dMin, dMax) = (-1.0, 1.0, -1.0, 1.0);
            if (!EdfSignal.IsAnnotationLabel(label))
            {
                pMin = fields.Number(At(Field.PhysicalMinimum), 8, $"physical minimum of {who}");
                pMax = fields.Number(At(Field.PhysicalMaximum), 8, $"physical maximum of {who}");
                dMin = fields.Whole(At(Field.DigitalMinimum), 8, $"digital minimum of {who}");
                dMax = fields.Whole(At(Field.DigitalMaximum), 8, $"digital maximum of {who}");
                if (dMin >= dMax)
                {
                    throw new BadInputException(path, $"{who} has the digital minimum {dMin} and maximum {dMax}; the "
                        + "minimum must be below the maximum, or samples cannot be scaled to physical units");
                }

                var gain = (pMax - pMin) / (dMax - dMin);
                if (gain == 0 || !double.IsFinite(gain))
                {
                    throw new BadInputException(path, $"{who} has the physical minimum {pMin} and maximum {pMax}, "
                        + "between which no sample can be scaled. The header is damaged or was written wrongly");
                }
            }

            signals[i] = new EdfSignal(
                label, UnitNames.Normalise(Text(Field.Dimension)), pMin, pMax, dMin, dMax, Text(Field.Prefiltering),
                (int)samples, offset);
            offset += sampleBytes * samples;

            int At(Field field) => 256 + count * Before[(int)field] + i * Widths[(int)field];
            string Text(Field field) => fields.Text(At(field), Widths[(int)field]);
        }

        return signals;
    }

    private static string Variant(string reserved, bool isBdf)
    {
        var name = isBdf ? "BDF" : "EDF";
        if (!reserved.StartsWith("EDF+", StringComparison.OrdinalIgnoreCase)
            && !reserved.StartsWith("BDF+", StringComparison.OrdinalIgnoreCase))
            return name;
        return name + (reserved.Length > 4 && reserved[4] is 'D' or 'd' ? "+D" : "+C");
    }

    private static bool IsEdf(ReadOnlySpan<byte> head) =>
        head.Length >= 8 && head[0] == '0' && head[1..8].IndexOfAnyExcept((byte)' ', (byte)0) < 0;

    private static bool IsBdf(ReadOnlySpan<byte> head) =>
        head.Length >= 8 && head[0] == 0xFF && head[1..].StartsWith("BIOSEMI"u8);

    /// <summary>The first byte FF after a conversion from Latin-1, or of something invalid, to UTF-8.</summary>
    private static bool IsMangledBdf(ReadOnlySpan<byte> head) =>
        head.StartsWith("\u00FFBIOSEMI"u8) || head.StartsWith("\uFFFDBIOSEMI"u8);

    /// <summary>Tables of numbers may begin with a zero and spaces too, but then lines end early.</summary>
    private static bool IsHeaderText(ReadOnlySpan<byte> head) =>
        !head[..Math.Min(256, head.Length)].Contains((byte)'\n');
}
