using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Edf;

/// <summary>
/// Recognises binary data that a transfer in text mode has put through a conversion of line endings: every byte 0A
/// (line feed) has got a 0D (carriage return) before it, and all samples after the first are shifted.
/// </summary>
/// <remarks>
/// In sound data about one byte in 256 is 0A, and hardly any of them follows a 0D. Data in which every 0A follows a 0D
/// are therefore suspect, and one lone 0A acquits them, usually within the first few hundred bytes. A constant signal
/// of the value 0A0D would pass for damaged, were it not that inserted bytes push pairs on to odd and even places
/// alike.
/// </remarks>
internal sealed class LineEndingDamage
{
    private const int PairsForProof = 16;

    private readonly long[] residues;
    private byte last;
    private long read;

    /// <summary>Prepares to look at samples of so many bytes.</summary>
    public LineEndingDamage(int sampleBytes) => residues = new long[sampleBytes];

    /// <summary>Whether no lone 0A was seen so far.</summary>
    public bool IsPossible { get; private set; } = true;

    /// <summary>How many pairs 0D 0A were seen.</summary>
    public long Pairs { get; private set; }

    /// <summary>Where the first pair begins, from the beginning of what was looked at.</summary>
    public long First { get; private set; } = -1;

    /// <summary>Whether the pairs alone prove the damage.</summary>
    public bool IsProven => IsPossible && Pairs >= PairsForProof && residues.Count(r => 10 * r >= Pairs) > 1;

    /// <summary>Looks at the next bytes; returns whether damage is still possible.</summary>
    public bool Look(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; IsPossible;)
        {
            var next = bytes[at..].IndexOf((byte)'\n');
            if (next < 0)
                break;
            at += next;
            if ((at > 0 ? bytes[at - 1] : last) != '\r')
            {
                IsPossible = false;
                break;
            }

            var place = read + at - 1;
            if (First < 0)
                First = place;
            Pairs++;
            residues[(place % residues.Length + residues.Length) % residues.Length]++;
            at++;
        }

        if (bytes.Length > 0)
            last = bytes[^1];
        read += bytes.Length;
        return IsPossible;
    }

    /// <summary>The complaint, naming the damage and its first byte.</summary>
    /// <param name="path">The file.</param>
    /// <param name="start">Where in the file the looking began.</param>
    /// <param name="evidence">What else was found.</param>
    public BadInputException Complaint(string path, long start, string evidence) => new(path, "the file was damaged by "
        + $"a line-ending conversion (LF to CRLF): {evidence}every byte 0A in its data follows a 0D, {Pairs} times, "
        + $"first at byte {start + First} (0x{start + First:X}). From there on all samples are shifted. Text-mode FTP "
        + "and git's autocrlf do this. Get the original again, transferred as binary");
}
