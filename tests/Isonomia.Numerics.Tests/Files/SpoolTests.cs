using Isonomia.Numerics.Files;

namespace Isonomia.Numerics.Tests.Files;

public sealed class SpoolTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("isonomia-");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_appended_in_pieces_of_any_size_is_read_back_from_any_place(bool onDisk)
    {
        var spool = new Spool<long>(onDisk ? folder.FullName : null, most: 100);
        var expected = new List<long>();
        for (var piece = 0; piece < 200; piece++)
        {
            long[] numbers = [.. Enumerable.Range(0, piece * 37 % 251).Select(i => ((long)piece << 32) + i)];
            spool.Append(numbers);
            expected.AddRange(numbers);
        }

        Assert.Equal(expected.Count, spool.Length);
        Assert.Equal(expected, spool);
        Assert.Equal(expected, spool.ToArray());
        foreach (var first in (int[])[0, 1, 8191, 8192, expected.Count - 30, expected.Count - 1])
        {
            Assert.Equal(expected[first], spool[first]);
            Assert.Equal(expected.Skip(first), spool.Pieces(first).SelectMany(p => p.ToArray()));
        }

        Assert.Equal(expected.Select(n => (int)(n >> 32)), spool.Map(n => (int)(n >> 32)));
        Assert.Throws<ArgumentOutOfRangeException>(() => spool[expected.Count]);
    }

    // A name would stay behind if the process were killed; without one the system takes the file away.
    [Fact]
    public void What_is_on_disk_has_no_name_that_could_stay_behind()
    {
        var place = Path.Combine(folder.FullName, "run");
        var spool = new Spool<double>(place, most: 10);
        spool.Append(new double[10]);
        Assert.False(Directory.Exists(place));
        spool.Append([1.5]);
        Assert.True(Directory.Exists(place));
        Assert.Empty(Directory.EnumerateFileSystemEntries(place));
        Assert.Equal(1.5, spool[10]);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
