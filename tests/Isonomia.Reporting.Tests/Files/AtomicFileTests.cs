using Isonomia.Reporting.Files;

namespace Isonomia.Reporting.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-atomic").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_failed_write_leaves_what_was_there_and_nothing_else()
    {
        var path = Path.Combine(folder, "report.html");
        File.WriteAllText(path, "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException("midway");
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder));
    }

    [Fact]
    public void A_write_makes_the_folder_and_replaces_the_file()
    {
        var path = Path.Combine(folder, "new", "report.html");
        AtomicFile.Write(path, stream => stream.WriteByte((byte)'a'));
        AtomicFile.Write(path, stream => stream.WriteByte((byte)'b'));
        Assert.Equal("b", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }
}
