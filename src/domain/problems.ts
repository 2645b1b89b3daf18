/**
 * The closed catalogue of refusals: one entry a code, the sentence a person reads, in Vietnamese and English.
 * `{name}` is filled from the problem's details. HTTP statuses are not known here (see http/problems.ts).
 */
export const CATALOGUE = {
  // Who is asking
  'not-signed-in': {
    vi: 'Đồng chí cần đăng nhập để tiếp tục.',
    en: 'Please sign in to continue.',
  },
  'signature-not-valid': {
    vi: 'Chữ ký của nội dung gửi lên không đúng hoặc đã quá 5 phút.',
    en: 'The signature of what was sent is not right, or older than five minutes.',
  },
  'sign-in-failed': {
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The login or the password is not right.',
  },
  'link-not-valid': {
    vi: 'Liên kết đăng nhập không còn hiệu lực. Đồng chí hãy yêu cầu liên kết mới.',
    en: 'This sign-in link is no longer valid. Please ask for a new one.',
  },
  'confirmation-not-valid': {
    vi: 'Liên kết xác nhận không còn hiệu lực: đã dùng rồi, hoặc đã quá {minutes} phút. Đồng chí hãy đổi lại ở trang thông tin liên hệ.',
    en: 'This link is no longer valid: it was used, or is older than {minutes} minutes. Please change the address again.',
  },
  'email-taken': {
    vi: 'Địa chỉ này đang ghi cho người khác nên không đổi được. Đồng chí hãy dùng địa chỉ của riêng mình.',
    en: 'This address stands for somebody else already. Please take one that is yours alone.',
  },
  'slip-not-valid': {
    vi: 'Mã trên phiếu không đúng, đã dùng rồi hoặc đã bị thu hồi. Đồng chí hãy đối chiếu từng ký tự, hoặc xin phiếu mới ở đơn vị.',
    en: 'The code of this slip is not right, was used already or was revoked. Compare it letter by letter, or ask your unit for a new slip.',
  },
  forbidden: {
    vi: 'Tài khoản của đồng chí không có quyền làm việc này.',
    en: 'Your account may not do this.',
  },
  'csrf-token-not-valid': {
    vi: 'Phiên làm việc đã đổi. Đồng chí hãy tải lại trang rồi thử lại.',
    en: 'The session has changed. Reload the page and try again.',
  },
  'too-many-requests': {
    vi: 'Đồng chí thử quá nhiều lần. Hãy thử lại sau {seconds} giây.',
    en: 'Too many attempts. Try again in {seconds} seconds.',
  },
  // What is asked for
  'not-found': {
    vi: 'Không tìm thấy nội dung đồng chí yêu cầu.',
    en: 'What you asked for was not found.',
  },
  'method-not-allowed': {
    vi: 'Địa chỉ này không nhận yêu cầu {method}.',
    en: 'This address does not take {method}.',
  },
  'input-not-valid': {
    vi: 'Thông tin gửi lên chưa đúng: {reason}.',
    en: 'What was sent is not valid: {reason}.',
  },
  'media-type-not-supported': {
    vi: 'Nội dung gửi lên không đúng kiểu; cần {expected}.',
    en: 'This content type is not taken; send {expected}.',
  },
  'body-too-large': {
    vi: 'Nội dung gửi lên lớn quá {limit}.',
    en: 'What was sent is larger than {limit}.',
  },
  'already-exists': {
    vi: 'Đã có {what} mang mã “{code}”.',
    en: 'There is already {what} with the code “{code}”.',
  },
  'campaign-dates-not-in-order': {
    vi: 'Thời điểm mở phải trước hạn nộp, và hạn nộp không được sau thời điểm đóng.',
    en: 'The opening must come before the due date, and the due date not after the closing.',
  },
  'mail-field-not-known': {
    vi: 'Nội dung thư có chỗ điền {field} không có; chỉ dùng được {known}.',
    en: 'The text of the mail names {field}, which there is not; it may name {known}.',
  },
  'mail-field-malformed': {
    vi: 'Nội dung thư có dấu {brace} đứng một mình; chỗ điền viết giữa một cặp ngoặc nhọn.',
    en: 'The text of the mail has a {brace} that stands alone; what is put in is written in a pair of braces.',
  },
  'campaign-topics-in-use': {
    vi: 'Không bỏ được chuyên đề {topics} vì đã có bài thu hoạch.',
    en: 'Topics {topics} cannot be removed: essays were handed in.',
  },
  'own-admin-grant': {
    vi: 'Đồng chí không tự bỏ quyền quản trị hay khoá tài khoản của chính mình được; hãy nhờ một quản trị viên khác.',
    en: 'You cannot take your own administration away or disable your own account; ask another admin.',
  },
  'last-admin': {
    vi: 'Đây là quản trị viên duy nhất còn lại. Đồng chí hãy trao quyền quản trị cho một người khác trước.',
    en: 'This is the last admin that is left. Please make somebody else an admin first.',
  },
  'account-without-address': {
    vi: 'Tài khoản này không có địa chỉ thư điện tử nên không gửi liên kết được.',
    en: 'This account has no mail address, so no link can be sent.',
  },
  'account-disabled': {
    vi: 'Tài khoản này đang bị khoá. Hãy mở khoá trước khi gửi liên kết.',
    en: 'This account is disabled. Enable it before a link is sent.',
  },
  'unit-ended': {
    vi: 'Đơn vị “{unit}” không có hiệu lực vào ngày đó.',
    en: 'The unit “{unit}” does not exist on that day.',
  },
  'unit-in-use': {
    vi: 'Đơn vị “{unit}” còn cán bộ trong đợt học tập nên không bỏ được.',
    en: 'The unit “{unit}” still has people and cannot be removed.',
  },
  // Roster
  'roster-not-readable': {
    vi: 'Không đọc được tệp danh sách: {reason}. Đồng chí hãy lưu lại dưới dạng Excel (.xlsx) hoặc CSV rồi thử lại.',
    en: 'The roster file cannot be read: {reason}. Save it again as Excel (.xlsx) or CSV.',
  },
  'roster-too-large': {
    vi: 'Danh sách vượt quá giới hạn {limit}.',
    en: 'The roster is over the limit of {limit}.',
  },
  'roster-without-header': {
    vi: 'Không tìm thấy dòng tiêu đề có cột “Họ và tên” trong tệp.',
    en: 'No header row with a column “Họ và tên” was found.',
  },
  'preview-expired': {
    vi: 'Bản xem trước đã hết hạn. Đồng chí hãy tải tệp lên lần nữa.',
    en: 'The preview has expired. Please upload the file again.',
  },
  'import-confirmed': {
    vi: 'Danh sách này đã được xác nhận nhập.',
    en: 'This roster has been confirmed already.',
  },
  'nothing-to-import': {
    vi: 'Danh sách không làm thay đổi gì nên không cần nhập.',
    en: 'The roster changes nothing, so there is nothing to import.',
  },
  'import-interrupted': {
    vi: 'Việc nhập danh sách bị ngắt giữa chừng nhiều lần. Đồng chí hãy tải tệp lên lần nữa; phần đã nhập vẫn còn.',
    en: 'The import was interrupted too often. Please upload the file again; what was imported stays.',
  },
  'row-without-name': { vi: 'Dòng này không có họ và tên.', en: 'This row has no name.' },
  'row-without-unit': {
    vi: 'Dòng này không cho biết đơn vị.',
    en: 'This row does not say the unit.',
  },
  'enrolled-elsewhere': {
    vi: 'Đồng chí này đã có trong danh sách của một đơn vị ngoài phạm vi của đồng chí; hãy đề nghị công đoàn cấp trên chuyển.',
    en: 'This person is enrolled in a unit out of your scope already; ask the union above to move him.',
  },
  'own-address-kept': {
    vi: 'Giữ địa chỉ do đồng chí tự xác nhận ({email}), không lấy “{value}” của tệp. Cần đổi thì sửa ở trang của người này.',
    en: 'The address that he confirmed himself ({email}) stays, not “{value}” of the file. If it is to change, do so on his page.',
  },
  'joined-by-email': {
    vi: 'Dòng này cùng thư điện tử {email} với “{name}” nên được coi là cùng một người.',
    en: 'This row has the mail address {email} of “{name}” and is taken for the same person.',
  },
  'unit-not-known': {
    vi: 'Không có đơn vị “{unit}” trong phạm vi của đồng chí. Gần giống: {candidates}.',
    en: 'There is no unit “{unit}” in your scope. Nearest: {candidates}.',
  },
  'email-not-valid': {
    vi: '“{value}” không phải địa chỉ thư điện tử; đã để trống.',
    en: '“{value}” is not a mail address; left empty.',
  },
  'phone-not-valid': {
    vi: '“{value}” không phải số điện thoại; đã để trống.',
    en: '“{value}” is not a phone number; left empty.',
  },
  'birth-not-valid': {
    vi: '“{value}” không phải ngày sinh có thật; đã để trống.',
    en: '“{value}” is not a real birth date; left empty.',
  },
  // Handing in
  'campaign-not-open': {
    vi: 'Đợt học tập chưa mở. Thời điểm mở: {opensAt}.',
    en: 'The campaign is not open yet. It opens at {opensAt}.',
  },
  'campaign-closed': {
    vi: 'Đợt học tập đã đóng lúc {closesAt}. Nếu có lý do chính đáng, đồng chí hãy đề nghị gia hạn.',
    en: 'The campaign closed at {closesAt}. Ask for an extension if there is good reason.',
  },
  'exempt-from-writing': {
    vi: 'Đồng chí này được miễn viết bài thu hoạch.',
    en: 'This person is exempt from writing.',
  },
  'topics-missing': {
    vi: 'Hãy chọn ít nhất một chuyên đề cho bài nộp.',
    en: 'Choose at least one topic.',
  },
  'topic-not-known': {
    vi: 'Đợt học tập không có chuyên đề “{topic}”.',
    en: 'The campaign has no topic “{topic}”.',
  },
  'file-missing': { vi: 'Chưa có tệp nào được gửi lên.', en: 'No file was sent.' },
  'file-empty': { vi: 'Tệp không có nội dung.', en: 'The file is empty.' },
  'more-than-one-file': {
    vi: 'Mỗi lần chỉ nộp một tệp; riêng ảnh trang viết tay (JPG, PNG) thì gửi nhiều ảnh cùng lúc được.',
    en: 'One file at a time, please; only photos of handwritten pages (JPG, PNG) may come together.',
  },
  'too-many-photos': {
    vi: 'Mỗi lần nộp tối đa {limit} ảnh. Đồng chí hãy chụp mỗi trang một ảnh, hoặc gộp thành một tệp PDF.',
    en: 'At most {limit} photos at a time. Take one photo a page, or join them into one PDF.',
  },
  'photos-not-bound': {
    vi: 'Các ảnh đang được đóng thành một tệp PDF. Đồng chí hãy thử lại sau ít giây.',
    en: 'The photos are being bound into one PDF. Try again in a few seconds.',
  },
  'file-too-large': {
    vi: 'Tệp lớn quá {limit}. Đồng chí hãy giảm dung lượng rồi nộp lại.',
    en: 'The file is larger than {limit}.',
  },
  'file-type-not-allowed': {
    vi: 'Không nhận tệp kiểu “{type}”. Các kiểu được nhận: {allowed}.',
    en: 'Files of the kind “{type}” are not taken. Taken are: {allowed}.',
  },
  'photo-is-heic': {
    vi: 'Ảnh kiểu HEIC chưa nhận được. Trên iPhone, đồng chí vào Cài đặt › Camera › Định dạng, chọn “Tương thích nhất” rồi chụp lại; hoặc chụp màn hình tấm ảnh rồi nộp ảnh đó.',
    en: 'HEIC photos are not taken. On an iPhone choose Settings › Camera › Formats › Most Compatible and take it again, or send a screenshot of it.',
  },
  'file-content-mismatch': {
    vi: 'Nội dung tệp không đúng với đuôi “{extension}”. Đồng chí hãy mở và lưu lại tệp rồi nộp.',
    en: 'The content of the file does not match its extension “{extension}”.',
  },
  'file-damaged': {
    vi: 'Tệp bị hỏng hoặc không đọc được. Đồng chí hãy lưu lại tệp rồi nộp.',
    en: 'The file is damaged or cannot be read.',
  },
  'file-inflates-too-much': {
    vi: 'Tệp nén quá mức cho phép nên không nhận được.',
    en: 'The file inflates beyond what is allowed.',
  },
  'file-has-macros': {
    vi: 'Tệp có macro nên không nhận được. Đồng chí hãy lưu lại dưới dạng không có macro.',
    en: 'The file has macros. Save it without them.',
  },
  'text-too-short': {
    vi: 'Bài viết chưa có nội dung.',
    en: 'The text is empty.',
  },
  'draft-changed-elsewhere': {
    vi: 'Bản nháp này vừa được sửa ở một thẻ hoặc máy khác nên chưa lưu. Đồng chí hãy chép lại phần đang viết rồi tải lại trang.',
    en: 'This draft was just changed in another tab or device and was not saved. Copy what you are writing, then reload the page.',
  },
  'upload-interrupted': {
    vi: 'Đường truyền bị ngắt trước khi nhận đủ tệp. Đồng chí hãy nộp lại.',
    en: 'The upload was cut before the whole file arrived.',
  },
  'key-reused': {
    vi: 'Mã lần gửi này đã dùng cho một nội dung khác. Đồng chí hãy gửi lại từ đầu.',
    en: 'This Idempotency-Key was used for another request.',
  },
  busy: {
    vi: 'Hệ thống đang nhận rất nhiều bài. Bài của đồng chí chưa được lưu; hãy thử lại sau {seconds} giây.',
    en: 'Very many essays are arriving. Yours was not stored; try again in {seconds} seconds.',
  },
  'paper-date-in-future': {
    vi: 'Thời điểm nhận bản giấy không được sau thời điểm hiện tại.',
    en: 'The paper cannot have been received in the future.',
  },
  'campaign-changed': {
    vi: 'Có người vừa đổi đợt học tập này. Đồng chí hãy bấm “Xem trước thay đổi” lần nữa để thấy những gì sẽ đổi so với hiện nay.',
    en: 'Somebody has just changed this campaign. Please look at the preview again: it shows what would change of it as it is now.',
  },
  'essay-accepted': {
    vi: 'Bài {topics} đã được nhận xét là đạt nên không nộp lại hay rút được nữa.',
    en: 'The essay {topics} has been accepted and can be neither replaced nor withdrawn.',
  },
  'essay-changed': {
    vi: 'Bài này vừa được nộp lại hoặc rút, nên nhận xét chưa được ghi. Đồng chí hãy đọc bản mới nhất.',
    en: 'This essay was just replaced or withdrawn; the verdict was not written. Please read the newest version.',
  },
  'essay-judged-meanwhile': {
    vi: 'Bài này vừa có nhận xét khác, nên nhận xét của đồng chí chưa được ghi. Đồng chí hãy xem lại.',
    en: 'Another verdict was just given on this essay; yours was not written. Please look again.',
  },
  'review-note-missing': {
    vi: 'Đồng chí hãy ghi nhận xét, để người viết biết cần viết lại những gì.',
    en: 'Please write a note, so that the writer knows what to rewrite.',
  },
  'rewriting-needs-date': {
    vi: 'Hạn nộp của người viết ({dueAt}) hoặc ngày đã chọn không còn ở phía trước. Đồng chí hãy chọn hạn nộp lại.',
    en: 'The due date of the writer ({dueAt}), or the day that was chosen, is over. Choose a due date for rewriting.',
  },
  'gathering-closed': {
    vi: 'Đợt thu bài này đã kết thúc. Đồng chí hãy bắt đầu đợt thu khác.',
    en: 'This collection has ended. Please begin another.',
  },
  'gathering-expired': {
    vi: 'Đợt thu bài này đã quá hạn giữ tệp. Đồng chí hãy bắt đầu đợt thu khác.',
    en: 'The files of this collection are kept no longer. Please begin another.',
  },
  'gathering-busy': {
    vi: 'Đợt thu bài này đang được xử lý. Đồng chí hãy chờ ít phút.',
    en: 'This collection is being worked on. Please wait a few minutes.',
  },
  'gathering-changed': {
    vi: 'Có tệp vừa được đổi lựa chọn ở một thẻ hoặc máy khác. Đồng chí hãy xem lại rồi xác nhận.',
    en: 'A choice was just changed in another tab or device. Please look again and confirm.',
  },
  'nothing-to-hand-in': {
    vi: 'Chưa có tệp nào đủ người nộp và chuyên đề.',
    en: 'No file has both a person and a topic yet.',
  },
  'too-many-files': {
    vi: 'Mỗi đợt thu nhận nhiều nhất {limit} tệp. Đồng chí hãy chia thành nhiều đợt.',
    en: 'A collection takes at most {limit} files. Please divide them.',
  },
  'files-too-large': {
    vi: 'Các tệp cộng lại lớn quá {limit}. Đồng chí hãy chia thành nhiều đợt.',
    en: 'The files together are larger than {limit}. Please divide them.',
  },
  'archive-not-readable': {
    vi: 'Không đọc được tệp nén: {reason}. Đồng chí hãy nén lại dưới dạng ZIP, không đặt mật khẩu.',
    en: 'The archive cannot be read: {reason}. Please pack it again as a ZIP without a password.',
  },
  'work-interrupted': {
    vi: 'Công việc bị ngắt giữa chừng nhiều lần. Phần đã làm vẫn còn; đồng chí hãy làm tiếp phần còn lại.',
    en: 'The work was interrupted too often. What was done stays; please go on with the rest.',
  },
  'nothing-to-withdraw': {
    vi: 'Chuyên đề này chưa có bài nộp để rút.',
    en: 'There is no essay of this topic to withdraw.',
  },
  'withdrawal-closed': {
    vi: 'Chỉ rút bài được đến hết hạn nộp ({dueAt}).',
    en: 'An essay can be withdrawn until the due date only ({dueAt}).',
  },
  'no-paper-to-take-back': {
    vi: 'Bản nộp mới nhất của chuyên đề này không phải là bản giấy đang được tính, nên không có gì để gỡ.',
    en: 'The newest version of this topic is not a paper essay that counts: there is nothing to take back.',
  },
  'taking-back-closed': {
    vi: 'Chỉ gỡ bản giấy ghi nhầm được đến khi đợt học tập đóng ({closesAt}).',
    en: 'A paper essay written down by mistake can be taken back until the campaign closes only ({closesAt}).',
  },
  // Staff
  'cannot-move-there': {
    vi: 'Không chuyển được đến {unit}: đồng chí này đang ở đơn vị đó, hoặc đơn vị không có trong thời gian của đợt học tập.',
    en: 'Nobody can be moved to {unit}: the person is there already, or the unit did not exist at the time of the campaign.',
  },
  'contact-of-officer': {
    vi: 'Đồng chí này có tài khoản cán bộ phụ trách nên chỉ quản trị viên sửa được địa chỉ liên hệ.',
    en: 'This person holds an account with an office; only an admin may change how he is reached.',
  },
  'extension-not-later': {
    vi: 'Hạn mới phải muộn hơn hạn hiện nay ({dueAt}).',
    en: 'The new due date must be later than the present one ({dueAt}).',
  },
  'nothing-owed': {
    vi: 'Không còn thiếu bài nào nên không cần gia hạn.',
    en: 'Nothing is missing, so there is nothing to extend.',
  },
  'extension-asked-already': {
    vi: 'Đề nghị gia hạn trước đang chờ trả lời.',
    en: 'An earlier request is still waiting for its answer.',
  },
  'request-answered': {
    vi: 'Đề nghị gia hạn của {name} đã được trả lời.',
    en: 'The request of {name} has been answered already.',
  },
  'nobody-selected': {
    vi: 'Đồng chí chưa chọn ai. Hãy chọn ít nhất một người trong danh sách.',
    en: 'Nobody is selected. Choose at least one person of the list.',
  },
  'too-many-selected': {
    vi: 'Mỗi lần chỉ chọn được nhiều nhất {limit} người.',
    en: 'At most {limit} people can be selected at once.',
  },
  'already-exempt': {
    vi: 'Đồng chí này đã được miễn viết.',
    en: 'This person is exempt already.',
  },
  'nobody-for-slips': {
    vi: 'Không có ai để cấp phiếu. Người được miễn viết và người có tài khoản cán bộ phụ trách không dùng phiếu.',
    en: 'There is nobody to print a slip for. Who is exempt or holds an account with an office uses none.',
  },
  'slips-shown-once': {
    vi: 'Phiếu của lần này đã hiện ra một lần và không xem lại được. Nếu chưa in kịp, đồng chí hãy in lại các phiếu chưa dùng.',
    en: 'These slips were shown once and cannot be shown again. If they were not printed, print those not used anew.',
  },
  'slips-too-late': {
    vi: 'Đợt học tập đã đóng nên không cấp phiếu đăng nhập nữa.',
    en: 'The campaign is closed: no more slips are issued.',
  },
  'no-slip-to-revoke': {
    vi: 'Đồng chí này không có phiếu đăng nhập nào còn dùng được.',
    en: 'This person has no sign-in slip that still opens.',
  },
  'not-exempt': {
    vi: 'Đồng chí này không được miễn viết.',
    en: 'This person is not exempt.',
  },
  'nobody-to-remind': {
    vi: 'Không có ai còn thiếu bài trong phạm vi đã chọn.',
    en: 'Nobody in the selection still owes an essay.',
  },
  'just-reminded': {
    vi: 'Những người còn thiếu bài trong phạm vi đã chọn vừa được nhắc trong vòng một phút qua.',
    en: 'Those who owe an essay were reminded within the last minute.',
  },
  'wave-key-reused': {
    vi: 'Mã yêu cầu này đã dùng cho một đợt nhắc khác. Đồng chí hãy gửi lại yêu cầu mới.',
    en: 'This Idempotency-Key was used for another reminder wave.',
  },
  'wave-reaches-beyond': {
    vi: 'Đợt nhắc này gửi cho cả những đơn vị ngoài phạm vi của đồng chí nên chỉ cấp trên dừng được.',
    en: 'This wave reaches units beyond yours; only those above can stop it.',
  },
  'no-own-address': {
    vi: 'Tài khoản của đồng chí chưa có thư điện tử để nhận thư thử.',
    en: 'Your account has no mail address to send a trial to.',
  },
  'mail-not-sent': {
    vi: 'Máy chủ thư chưa nhận thư: {reason}. Đồng chí hãy thử lại sau ít phút.',
    en: 'The mail server did not take the mail: {reason}. Try again in a few minutes.',
  },
  'report-not-ready': {
    vi: 'Báo cáo chưa lập xong.',
    en: 'The report is not ready yet.',
  },
  'report-finished': {
    vi: 'Báo cáo không còn ở bước lập nên không huỷ được nữa.',
    en: 'The report is not being compiled any more and cannot be cancelled.',
  },
  'report-interrupted': {
    vi: 'Việc lập báo cáo bị ngắt giữa chừng nhiều lần. Đồng chí hãy yêu cầu lập lại.',
    en: 'Compiling the report was interrupted too often. Please ask for it again.',
  },
  'range-not-satisfiable': {
    vi: 'Phần được yêu cầu nằm ngoài tệp (tệp có {size} byte).',
    en: 'The range asked for is outside the file of {size} bytes.',
  },
  // The house
  'not-ready': {
    vi: 'Hệ thống đang khởi động hoặc tạm gián đoạn: {parts}.',
    en: 'The system is starting or interrupted: {parts}.',
  },
  unexpected: {
    vi: 'Có lỗi ngoài dự kiến. Chúng tôi đã ghi lại; đồng chí hãy thử lại sau ít phút.',
    en: 'Something unexpected went wrong and was written down. Try again in a few minutes.',
  },
} as const satisfies Record<string, { vi: string; en: string }>

export type ProblemCode = keyof typeof CATALOGUE
export type Details = Readonly<Record<string, string | number | readonly string[]>>

export interface Problem {
  readonly code: ProblemCode
  /** Fills the sentence, and is shown to machine clients as it is. */
  readonly details: Details
  /** Where in the input, as a JSON pointer or a field's name. */
  readonly at?: string
}

export const problem = (code: ProblemCode, details: Details = {}, at?: string): Problem =>
  at === undefined ? { code, details } : { code, details, at }

/** Moments stand in the details as `formatDateTime` tells them. */
const MOMENT = /^(\d\d:\d\d) ngày (\d\d\/\d\d\/\d{4})$/

/** The sentence for a person. A detail that was not given shows as an ellipsis, never as `{name}`. */
export const sentence = ({ code, details }: Problem, language: 'vi' | 'en' = 'vi'): string =>
  CATALOGUE[code][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = details[name]
    const told = value === undefined ? '…' : Array.isArray(value) ? value.join(', ') : String(value)
    return language === 'en' ? told.replace(MOMENT, '$1 on $2') : told
  })
