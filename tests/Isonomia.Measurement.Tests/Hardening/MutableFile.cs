namespace Isonomia.Measurement.Tests.Hardening;

/// <summary>
/// A copy of a real file that is damaged in place and made whole again, which costs only what was changed.
/// </summary>
internal sealed class MutableFile : IDisposable
{
    private readonly byte[] sound;
    private readonly FileStream file;
    private readonly List<(long From, int Length)> changed = [];

    public MutableFile(string path)
    {
        sound = File.ReadAllBytes(path);
        File.SetAttributes(path, FileAttributes.Normal);
        file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
    }

    public int Length => sound.Length;

    public ReadOnlySpan<byte> Sound => sound;

    public void Write(int at, ReadOnlySpan<byte> bytes)
    {
        file.Position = at;
        bytes = bytes[..Math.Min(bytes.Length, sound.Length - at)];
        file.Write(bytes);
        changed.Add((at, bytes.Length));
    }

    public void CutTo(int length)
    {
        file.SetLength(length);
        changed.Add((length, sound.Length - length));
    }

    /// <summary>Everything from a place on, moved along by bytes that are put in, or back over bytes that are left out.</summary>
    public void Shift(int at, ReadOnlySpan<byte> put, int left)
    {
        file.SetLength(at);
        file.Position = at;
        file.Write(put);
        file.Write(sound.AsSpan(Math.Min(sound.Length, at + left)));
        changed.Add((at, sound.Length - at));
    }

    public void MakeWhole()
    {
        foreach (var (from, length) in changed)
        {
            file.Position = from;
            file.Write(sound.AsSpan((int)from, length));
        }

        if (file.Length != sound.Length)
            file.SetLength(sound.Length);
        changed.Clear();
    }

    public void Dispose() => file.Dispose();
}
